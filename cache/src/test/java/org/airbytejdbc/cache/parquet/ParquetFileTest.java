package org.airbytejdbc.cache.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine is the judge of what is written. */
class ParquetFileTest {
  @TempDir private Path folder;

  @Test
  void eachTypeIsReadAsWhatItStandsFor() throws Exception {
    Path file = folder.resolve("types");
    List<ColumnValues> columns = columns(ParquetType.values());
    columns.get(0).int32(-7);
    columns.get(1).int64(Long.MIN_VALUE);
    columns.get(2).float64(-0.0);
    columns.get(3).int32(-1);
    columns.get(4).int64(86_399_999_999L);
    text(columns.get(5), "é😀\0");
    text(columns.get(6), "{\"a\":1}");
    write(file, columns);

    assertThat(query(file, "c0, c1, c2, c3, c4, c5, c6"))
        .containsExactly("-7|-9223372036854775808|-0.0|1969-12-31|23:59:59.999999|é😀\0|{\"a\":1}");
    assertThat(query(file, Stream.of(0, 1, 2, 3, 4, 5, 6).map(i -> "typeof(c" + i + ")")))
        .containsExactly("INTEGER|BIGINT|DOUBLE|DATE|TIME|VARCHAR|JSON");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9, 2047, 2048, 2049, 100_000})
  void rowsWithoutAValueAreNull(int rows) throws Exception {
    for (int everyHas : new int[] {1, 2, 7, rows + 1}) {
      Path file = folder.resolve("nulls");
      List<ColumnValues> columns = columns(ParquetType.TEXT);
      List<@Nullable String> expected = new ArrayList<>();
      for (int i = 1; i <= rows; i++) {
        expected.add(i % everyHas == 0 ? "v" + i : null);
        if (i % everyHas == 0) {
          text(columns.get(0), "v" + i);
        } else {
          columns.get(0).nothing();
        }
      }
      write(file, columns);
      assertThat(query(file, "c0")).isEqualTo(expected);
    }
  }

  @Test
  void rowsThatAreTakenBackLeaveNoTrace() throws Exception {
    Random random = new Random(1);
    List<ColumnValues> columns = columns(ParquetType.TEXT);
    ColumnValues column = columns.get(0);
    List<@Nullable String> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String text = random.nextBoolean() ? "x".repeat(random.nextInt(20)) : null;
      if (text == null) {
        column.nothing();
      } else {
        text(column, text);
      }
      if (random.nextInt(3) == 0) {
        column.takeBack();
      } else {
        expected.add(text);
      }
    }
    Path file = folder.resolve("back");
    write(file, columns);
    assertThat(query(file, "c0")).isEqualTo(expected);
  }

  @Test
  void manyColumnsAndRowGroupsMakeOneTable() throws Exception {
    Path file = folder.resolve("many");
    ParquetType[] types = new ParquetType[300];
    Arrays.fill(types, ParquetType.INT64);
    List<ColumnValues> columns = columns(types);
    try (OutputStream out = Files.newOutputStream(file)) {
      ParquetFile parquet = new ParquetFile(out, List.of(types));
      for (int group = 0; group < 50; group++) {
        for (int i = 0; i < types.length; i++) {
          columns.get(i).int64(group * 1000L + i);
        }
        parquet.writeRowGroup(columns);
        assertThat(columns.get(0).rows()).isZero();
      }
      parquet.finish();
    }
    assertThat(query(file, "count(*), sum(c0), sum(c299)")).containsExactly("50|1225000|1239950");
    assertThat(query(file, "c299")).startsWith("299", "1299").endsWith("49299");
  }

  private static List<ColumnValues> columns(ParquetType... types) {
    return Stream.of(types).map(ColumnValues::new).toList();
  }

  private static void text(ColumnValues column, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    column.text(utf8, 0, utf8.length);
  }

  private static void write(Path file, List<ColumnValues> columns) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ParquetFile parquet = new ParquetFile(out, columns.stream().map(ColumnValues::type).toList());
      if (columns.get(0).rows() > 0) {
        parquet.writeRowGroup(columns);
      }
      parquet.finish();
    }
  }

  private static List<@Nullable String> query(Path file, Stream<String> expressions)
      throws SQLException {
    return query(file, expressions.collect(Collectors.joining(", ")));
  }

  /** Rows with a bar between their values. */
  private static List<@Nullable String> query(Path file, String expressions) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT " + expressions + " FROM read_parquet('" + file + "')")) {
      int columns = rows.getMetaData().getColumnCount();
      List<@Nullable String> found = new ArrayList<>();
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(rows.getString(i));
        }
        found.add(
            columns == 1
                ? row.get(0)
                : IntStream.range(0, columns).mapToObj(row::get).collect(Collectors.joining("|")));
      }
      return found;
    }
  }
}
