package org.airbytejdbc.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.EngineReader;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.QueryShape;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.StatementText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TpchQueriesTest {
  /** The benchmarks' own texts. */
  private static final Path QUERIES =
      Path.of("../benchmarks/src/main/resources/org/airbytejdbc/benchmarks/tpch");

  @ParameterizedTest
  @CsvSource({
    "q01, lineitem",
    "q02, nation part partsupp region supplier",
    "q03, customer lineitem orders",
    "q04, lineitem orders",
    "q05, customer lineitem nation orders region supplier",
    "q06, lineitem",
    "q07, customer lineitem nation orders supplier",
    "q08, customer lineitem nation orders part region supplier",
    "q09, lineitem nation orders part partsupp supplier",
    "q10, customer lineitem nation orders",
    "q11, nation partsupp supplier",
    "q12, lineitem orders",
    "q13, customer orders",
    "q14, lineitem part",
    "q15, lineitem supplier",
    "q16, part partsupp supplier",
    "q17, lineitem part",
    "q18, customer lineitem orders",
    "q19, lineitem part",
    "q20, lineitem nation part partsupp supplier",
    "q21, lineitem nation orders supplier",
    "q22, customer orders"
  })
  void nameTheirTables(String query, String tables) throws IOException {
    StatementText text = StatementText.of(Files.readString(QUERIES.resolve(query + ".sql")));
    try (Engine engine = new Engine(ScratchDuckDb::open)) {
      assertThat(names(new QueryReader(engine).read(text))).isEqualTo(tables);
      assertThat(names(EngineReader.read(text, engine))).isEqualTo(tables);
    }
  }

  private static String names(QueryShape shape) {
    return shape.tables().stream().map(TableName::table).sorted().collect(Collectors.joining(" "));
  }
}
