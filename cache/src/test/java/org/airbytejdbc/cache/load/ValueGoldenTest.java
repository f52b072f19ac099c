package org.airbytejdbc.cache.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a value in a column, as {@code values.json} lists it: type by type. */
class ValueGoldenTest {
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

  @TestFactory
  Stream<DynamicTest> aValueIsStoredAsTheGoldenTableSays() {
    return golden().properties().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> check(type(entry.getKey()), entry.getValue())));
  }

  /** Each row: the JSON value, plain or strict, what is stored, and the change that is told. */
  private static void check(AirbyteType type, JsonNode rows) {
    try (LoadedTable table = new LoadedTable(LoadedTable.column("x", type))) {
      for (JsonNode row : rows) {
        assertThat(actual(table, row.get(0).asString())).isEqualTo(row);
      }
    }
  }

  private static JsonNode actual(LoadedTable table, String value) {
    table.clear();
    try (Batch batch = table.batch("{\"x\":" + value + "}")) {
      boolean plain = batch.isPlain();
      table.load(batch);
      var row = JsonMapper.shared().createArrayNode();
      row.add(value).add(plain ? "plain" : "strict").add(table.values("x").get(0));
      List<String> change =
          table.query(
              "SELECT concat_ws(' ', meta->>'change', meta->>'reason', meta->>'value')"
                  + " FROM (SELECT _airbyte_meta->'changes'->0 AS meta FROM orders)");
      if (!change.get(0).isEmpty()) {
        row.add(change.get(0));
      }
      return row;
    }
  }

  private static AirbyteType type(String name) {
    Matcher decimal = DECIMAL.matcher(name);
    return decimal.matches()
        ? new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)))
        : Simple.valueOf(name);
  }

  private static JsonNode golden() {
    try (InputStream in = ValueGoldenTest.class.getResourceAsStream("values.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
