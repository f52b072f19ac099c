package org.airbytejdbc.cache.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise that the fast way stands on, over values made from a fixed seed. */
class PlainIsExactTest {
  private static final int VALUES = 20_000;

  static Stream<AirbyteType> types() {
    return Stream.concat(
        Stream.of(Simple.values()),
        Stream.of(new Decimal(10, 2), new Decimal(38, 9), new Decimal(18, 0)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatTheCheckCallsPlainIsStoredTheSameBothWays(AirbyteType type) {
    String[] records = plainRecords(type);
    assertThat(records).hasSizeGreaterThan(500);
    try (LoadedTable table = new LoadedTable(LoadedTable.column("x", type))) {
      table.load(records);
      List<String> fast = table.values("x");
      table.clear();
      LoadResult strict = table.loadStrictly(records);

      assertThat(fast).isEqualTo(table.values("x"));
      assertThat(strict.changed()).isZero();
    }
  }

  private static String[] plainRecords(AirbyteType type) {
    PlainRecords check = new PlainRecords(List.of(LoadedTable.column("x", type)));
    RandomJson random = new RandomJson(type.toString().hashCode());
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      String data = "{\"x\":" + random.value() + "}";
      if (check.add(LoadedTable.record(data))) {
        plain.add(data);
      }
    }
    return plain.toArray(String[]::new);
  }
}
