package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.airbytejdbc.driver.result.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A query through the driver gives what the engine gives for it by itself. */
@Timeout(400)
class DifferentialTest {
  private static final int QUERIES = 10_000;

  @TempDir private Path folder;

  /** Types and rows, or how it failed. */
  private record Answer(List<String> types, List<List<Object>> rows, boolean failed) {}

  @Test
  void theSameRowsAndTypesAsTheEngineByItself() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Shop shop = new Shop(folder);
    shop.connector().stream(
            "things",
            """
            {"id": {"type": "integer"}, "n": {"type": "number"}, "s": {"type": "string"},
             "b": {"type": "boolean"}, "d": {"type": "string", "format": "date"},
             "local": {"type": "string", "format": "date-time",
               "airbyte_type": "timestamp_without_timezone"},
             "at": {"type": "string", "format": "date-time",
               "airbyte_type": "timestamp_with_timezone"},
             "j": {"type": "object"}, "list": {"type": "array"}}
            """)
        .read(IntStream.range(0, 50).mapToObj(i -> thing(i, random)).toArray(String[]::new))
        .write();
    Path copy = folder.resolve("copy.duckdb");
    try (Connection connection = shop.connect()) {
      assertThat(Shop.rows(connection, "SELECT count(*) FROM things")).containsExactly("50");
    }
    Files.copy(folder.resolve("shop.duckdb"), copy);
    int failed = 0;
    try (Connection driver = shop.connect("refresh=never");
        Connection engine = DriverManager.getConnection("jdbc:duckdb:" + copy);
        Statement settings = engine.createStatement()) {
      settings.execute("SET TimeZone = '" + TimeZone.getDefault().getID() + "'");
      settings.execute("SET search_path = 'shop'");
      RandomQuery queries = new RandomQuery(random);
      for (int i = 0; i < QUERIES; i++) {
        String sql = queries.next();
        Answer expected = answer(engine, sql);
        assertThat(answer(driver, sql)).as("seed %d: %s", seed, sql).isEqualTo(expected);
        failed += expected.failed() ? 1 : 0;
      }
    }
    assertThat(failed).as("queries that are wrong").isLessThan(QUERIES / 2);
  }

  private static String thing(int i, Random random) {
    String[] fields = {
      "\"n\": " + random.nextInt(10_000) / 100.0,
      "\"s\": \"s" + random.nextInt(20) + "\"",
      "\"b\": " + random.nextBoolean(),
      "\"d\": \"20" + (18 + random.nextInt(5)) + "-0" + (1 + random.nextInt(9)) + "-17\"",
      "\"local\": \"2020-0"
          + (1 + random.nextInt(9))
          + "-03T04:05:06."
          + random.nextInt(999)
          + "\"",
      "\"at\": \"2021-0" + (1 + random.nextInt(9)) + "-03T04:05:06Z\"",
      "\"j\": {\"a\": " + random.nextInt(5) + "}",
      "\"list\": [" + random.nextInt(5) + ", \"x\"]"
    };
    StringBuilder record = new StringBuilder("{\"record\": [\"things\", {\"id\": " + i);
    for (String field : fields) {
      if (random.nextInt(6) > 0) {
        record.append(", ").append(field);
      }
    }
    return record.append("}]}").toString();
  }

  private static Answer answer(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> types = new ArrayList<>();
      List<ColumnType> read = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        ColumnType type = ColumnType.of(rows.getMetaData().getColumnTypeName(i));
        read.add(type == ColumnType.NULL ? ColumnType.VARCHAR : type);
        boolean decimal = type == ColumnType.DECIMAL;
        types.add(
            rows.getMetaData().getColumnLabel(i)
                + " "
                + read.get(i - 1)
                + (decimal ? rows.getMetaData().getPrecision(i) : "")
                + (decimal ? "," + rows.getMetaData().getScale(i) : ""));
      }
      List<List<Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= read.size(); i++) {
          row.add(String.valueOf(value(rows, i, read.get(i - 1))));
        }
        all.add(row);
      }
      if (!sql.contains("ORDER BY")) {
        Collections.sort(all, (one, other) -> one.toString().compareTo(other.toString()));
      }
      return new Answer(types, all, false);
    } catch (SQLException wrong) {
      return new Answer(List.of(), List.of(), true);
    }
  }

  private static Object value(ResultSet rows, int column, ColumnType type) throws SQLException {
    return switch (type) {
      case TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
      case TIMESTAMPTZ -> {
        OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
        yield moment == null ? null : moment.toInstant();
      }
      case JSON, LIST, STRUCT, MAP, HUGEINT -> rows.getString(column);
      case DATE -> rows.getDate(column);
      default -> rows.getObject(column);
    };
  }
}
