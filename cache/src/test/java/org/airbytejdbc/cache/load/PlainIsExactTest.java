package org.airbytejdbc.cache.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
    try (LoadedTable table = new LoadedTable(LoadedTable.column("x", type));
        Batch batch = table.batch(plainRecords(type))) {
      assertThat(batch.isPlain()).isTrue();
      assertThat(batch.records()).isGreaterThan(500);

      table.load(batch);
      assertThat(batch.isPlain()).as("the engine took it as it was").isTrue();
      List<String> fast = table.values("x");
      table.clear();
      LoadResult strict = table.loadStrictly(batch);

      assertThat(fast).isEqualTo(table.values("x"));
      assertThat(strict.changed()).isZero();
    }
  }

  private static String[] plainRecords(AirbyteType type) {
    RecordCheck check = new RecordCheck(List.of(LoadedTable.column("x", type)));
    RandomJson random = new RandomJson(type.toString().hashCode());
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      String data = "{\"x\":" + random.value() + "}";
      byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
      if (check.isPlain(bytes, 0, bytes.length)) {
        plain.add(data);
      }
    }
    return plain.toArray(String[]::new);
  }
}
