package org.airbytejdbc.cache.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise that the fast way stands on, over values made from a fixed seed. */
class PlainIsExactTest {
  private static final int VALUES = 20_000;
  private static final int MESSAGES = 3_000;

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

  /** Of every type a field, in any order, some missing, between undeclared ones; five seeds. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void wholeMessagesAreStoredTheSameBothWays(long seed) {
    Random random = new Random(seed);
    List<Column> columns = new ArrayList<>();
    List<String[]> values = new ArrayList<>();
    types()
        .forEach(
            type -> {
              columns.add(LoadedTable.column("a " + columns.size(), type));
              values.add(plainRecords(type));
            });
    RecordMessage[] messages =
        Stream.generate(() -> message(random, values))
            .limit(MESSAGES)
            .toArray(RecordMessage[]::new);
    try (LoadedTable table = new LoadedTable(columns.toArray(Column[]::new))) {
      try (Batch batch = table.batch(messages)) {
        assertThat(batch.isPlain()).isTrue();
        table.load(batch);
      }
      List<String> fast = table.values("orders::JSON");
      table.clear();
      table.loadStrictly(messages);

      assertThat(fast).hasSize(MESSAGES).doesNotHaveDuplicates();
      assertThat(withoutIds(fast)).isEqualTo(withoutIds(table.values("orders::JSON")));
    }
  }

  private static RecordMessage message(Random random, List<String[]> values) {
    List<String> members = new ArrayList<>(List.of("\"more\":[1,{\"x\":2}]"));
    for (int field = 0; field < values.size(); field++) {
      if (random.nextInt(4) > 0) {
        String[] records = values.get(field);
        String record = records[random.nextInt(records.length)];
        String key = random.nextInt(9) == 0 ? "\\u0061 " : "a ";
        String space = random.nextInt(3) == 0 ? " " : "";
        members.add(
            '"'
                + key
                + field
                + '"'
                + space
                + ':'
                + space
                + record.substring(record.indexOf(':') + 1, record.length() - 1)
                + space);
      }
    }
    Collections.shuffle(members, random);
    String emitted = random.nextInt(9) == 0 ? "null" : random.nextLong(-1_000_000, 4L << 40) + "";
    String meta =
        switch (random.nextInt(5)) {
          case 0 -> ",\"meta\":null";
          case 1 -> ", \"meta\" : {\"a\" : [\"\\u00e9\\/\", 1.5]}";
          default -> "";
        };
    String before = random.nextBoolean() ? "{\"type\":\"RECORD\"," : "{ \"x\": {}, ";
    return random.nextInt(4) == 0
        ? LoadedTable.message(
            before + "\"record\":{\"emitted_at\": " + emitted + meta + ",\"data\": ",
            "{" + String.join(", ", members) + "}",
            ",\"stream\":\"orders\"}}")
        : LoadedTable.message(
            before + "\"record\":{\"stream\":\"orders\",\"data\":",
            "{" + String.join(",", members) + "}",
            ",\"emitted_at\":" + emitted + meta + "}}");
  }

  private static List<String> withoutIds(List<String> rows) {
    return rows.stream()
        .map(row -> row.replaceFirst("\"_airbyte_raw_id\":\"[^\"]+\"", ""))
        .toList();
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
