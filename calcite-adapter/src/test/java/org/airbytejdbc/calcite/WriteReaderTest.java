package org.airbytejdbc.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements that write say of themselves, without any catalog. */
class WriteReaderTest {
  private static final Engine ENGINE = new Engine(ScratchDuckDb::open);
  private static final QueryReader QUERIES = new QueryReader(ENGINE);

  @AfterAll
  static void closeEngine() {
    ENGINE.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "CREATE VIEW v AS SELECT * FROM a; v <- a",
        "create or replace temp view \"AS\".v (x, y) as (from a join b on true); AS.v <- a b",
        "CREATE TABLE IF NOT EXISTS t AS FROM a WITH NO DATA; t <- a",
        "CREATE TABLE t (a INT GENERATED ALWAYS AS (b + 1), b INT); t <-",
        "INSERT INTO t VALUES (1, DEFAULT), (2, 'SELECT (SELECT'); t <-",
        "INSERT INTO t VALUES ((SELECT max(i) FROM a)); t <- a",
        "INSERT INTO t (x) WITH q AS (FROM a) FROM q JOIN b ON true RETURNING x; t <- a b",
        "INSERT INTO t SELECT 1 FROM a JOIN b ON conflict = 1 JOIN c ON true; t <- a b c",
        "INSERT INTO t DEFAULT VALUES; t <-",
        "INSERT INTO t SELECT 1 FROM a ON CONFLICT DO NOTHING; t <- a",
        "UPDATE t SET x = 1, y = DEFAULT WHERE z IS DISTINCT FROM 2; t <-",
        "UPDATE t AS u SET x = b.x FROM b, c WHERE u.i IN (SELECT i FROM a); t <- a b c t",
        "UPDATE t SET x = (SELECT max(i) FROM a) RETURNING x; t <- a t",
        "DELETE FROM main.t; main.t <-",
        "DELETE FROM t USING a WHERE t.i = a.i; t <- a t",
        "DELETE FROM t WHERE EXISTS (FROM b); t <- b t",
        "TRUNCATE TABLE t; t <-",
        "ALTER VIEW IF EXISTS v RENAME TO w; v <-",
        "DROP TABLE \"a b\" CASCADE; a b <-"
      })
  void tellsItsTargetAndWhatItReads(String sql, String expected) {
    WriteText write = WriteReader.read(StatementText.of(sql));
    String reads =
        write.reads().stream()
            .flatMap(query -> QUERIES.read(query).tables().stream())
            .map(TableName::table)
            .sorted()
            .collect(Collectors.joining(" "));
    assertThat((String.join(".", write.target().path()) + " <- " + reads).strip())
        .isEqualTo(expected);
    assertThat(write.onto("\"main\".\"x\"")).contains("\"main\".\"x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX i ON t (x)",
        "CREATE VIEW v AS SELECT $1",
        "CREATE TABLE t (x INT DEFAULT (FROM a))",
        "INSERT INTO t VALUES (1) RETURNING (SELECT max(i) FROM a)",
        "INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET x = (SELECT 1)",
        "ALTER TABLE t SET SCHEMA other",
        "ALTER TABLE t ALTER x TYPE INT USING (SELECT 1)",
        "DROP TABLE a, b",
        "DROP SCHEMA main",
        "CREATE VIEW v",
        "CREATE OR VIEW v AS SELECT 1",
        "INSERT t VALUES (1)"
      })
  void isRefusedWhereItCannotBeSureOfThat(String sql) {
    assertThatExceptionOfType(StatementException.class)
        .isThrownBy(() -> WriteReader.read(StatementText.of(sql)));
  }
}
