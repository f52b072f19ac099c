package org.airbytejdbc.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.airbytejdbc.calcite.query.CalciteReader;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.QueryShape;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementKind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Each statement of statements.txt is read, or refused, as it says there")
class StatementReadingTest {
  private static final Engine ENGINE = new Engine(ScratchDuckDb::open);
  private static final SystemSchema SYSTEM = new SystemSchema("airbyte", Set.of("syncs"));
  private static final QueryReader READER = new QueryReader(ENGINE);

  private record Line(String outcome, String detail, String sql) {
    static Line parse(String line) {
      String[] parts = line.split("\\|", 3);
      return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip().replace("\\n", "\n"));
    }

    boolean refused() {
      return Arrays.stream(StatementException.Kind.values())
          .anyMatch(k -> k.name().equals(outcome));
    }
  }

  static List<Line> lines() throws IOException {
    try (InputStream in = StatementReadingTest.class.getResourceAsStream("statements.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::parse)
          .toList();
    }
  }

  static List<String> texts() throws IOException {
    return lines().stream().map(Line::sql).toList();
  }

  static Stream<Line> refused() throws IOException {
    return lines().stream().filter(Line::refused);
  }

  static Stream<Line> read() throws IOException {
    return lines().stream().filter(line -> !line.refused());
  }

  @AfterAll
  static void closeEngine() {
    ENGINE.close();
  }

  @ParameterizedTest
  @MethodSource("read")
  void namesItsStreams(Line line) {
    StatementText text = StatementText.of(line.sql());
    QueryShape shape = shape(text);
    String streams =
        names().resolve(shape).streams().stream()
            .map(StatementReadingTest::name)
            .sorted()
            .collect(Collectors.joining(" "));
    boolean explained = StatementKind.of(text) == StatementKind.EXPLAIN;
    boolean calcite =
        explained ? line.outcome().startsWith("calcite") : CalciteReader.read(text).isPresent();

    String outcome = (calcite ? "calcite" : "engine") + (shape.yieldsNoRows() ? " no rows" : "");
    assertThat(outcome + " | " + streams).isEqualTo(line.outcome() + " | " + line.detail());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefused(Line line) {
    assertThatExceptionOfType(StatementException.class)
        .isThrownBy(() -> names().resolve(shape(StatementText.of(line.sql()))))
        .satisfies(
            e -> {
              assertThat(e.kind().name()).isEqualTo(line.outcome());
              assertThat(e.getMessage() + " " + e.guidance().orElse("")).contains(line.detail());
            });
  }

  private static QueryShape shape(StatementText text) {
    return StatementKind.of(text) == StatementKind.EXPLAIN
        ? READER.read(QueryReader.readExplain(text).query())
        : READER.read(text);
  }

  private static StreamNames names() {
    return new StreamNames(
        List.of(Catalogs.FAKER, Catalogs.CRM),
        SYSTEM,
        "faker",
        READER,
        ENGINE,
        new OwnNames(List.of(), OwnObjects.NONE));
  }

  private static String name(StreamTable table) {
    return table.schema() + "." + table.table();
  }
}
