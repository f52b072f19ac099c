package org.airbytejdbc.calcite.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.airbytejdbc.calcite.statement.StatementText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      value = {
        "SELECT * FROM users ==> SELECT * FROM P AS \"users\"",
        "SELECT * FROM faker.users ==> SELECT * FROM P AS \"users\"",
        "SELECT * FROM \"faker\" . \"us\"\"ers\" ==> SELECT * FROM P AS \"us\"\"ers\"",
        "SELECT u.* FROM users u LIMIT 5 ==> SELECT u.* FROM P u LIMIT 5",
        "SELECT users.id FROM users AS u (a, b) ==> SELECT users.id FROM P AS u (a, b)",
        "SELECT id + 1 AS n, -id, upper(name), CAST(id AS VARCHAR), name || 'x' FROM users"
            + "==> SELECT id + 1 AS n, -id, upper(name), CAST(id AS VARCHAR), name || 'x'"
            + " FROM P AS \"users\"",
        "SELECT CASE WHEN id > 1 THEN 'FROM users' ELSE ? END FROM users LIMIT 5 OFFSET 2"
            + "==> SELECT CASE WHEN id > 1 THEN 'FROM users' ELSE ? END"
            + " FROM P AS \"users\" LIMIT 5 OFFSET 2",
        "SELECT /* users */ * -- users ==> SELECT /* users */ * -- users"
      })
  void putsTheTableInTheTextsPlaceAndKeepsAllElse(String sql, String expected) {
    String text = sql.endsWith("-- users") ? sql + "\r\n\tFROM users\n" : sql;
    String wanted = sql.endsWith("-- users") ? expected + "\r\n\tFROM P AS \"users\"\n" : expected;

    assertThat(preview(text).orElseThrow().over().apply("P")).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * FROM users,",
    "SELECT * FROM users LIMIT 5,5",
    "SELECT * FROM users LIMIT 5 OFFSET 2,7",
    "SELECT * FROM users OFFSET 2 ROWS FETCH NEXT 3 ROWS ONLY,5",
    "SELECT * FROM users LIMIT 9223372036854775807 OFFSET 9,9223372036854775807"
  })
  void needsLimitPlusOffsetRows(String sql, Long rows) {
    OptionalLong expected = rows == null ? OptionalLong.empty() : OptionalLong.of(rows);

    assertThat(preview(sql).orElseThrow().limit()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM users WHERE id = 1 LIMIT 5",
        "SELECT * FROM users ORDER BY id LIMIT 5",
        "SELECT id FROM users GROUP BY id LIMIT 5",
        "SELECT 1 FROM users HAVING true LIMIT 5",
        "SELECT DISTINCT id FROM users LIMIT 5",
        "SELECT count(DISTINCT id) FROM users LIMIT 5",
        "SELECT sum(id) OVER () FROM users LIMIT 5",
        "SELECT row_number() OVER w FROM users WINDOW w AS (ORDER BY id) LIMIT 5",
        "SELECT id FROM users QUALIFY row_number() OVER (ORDER BY id) = 1",
        "SELECT sum(id) FILTER (WHERE id > 1) FROM users",
        "SELECT listagg(name) WITHIN GROUP (ORDER BY id) FROM users",
        "SELECT (SELECT 1) FROM users LIMIT 5",
        "SELECT * FROM users, purchases LIMIT 5",
        "SELECT * FROM users JOIN purchases ON true LIMIT 5",
        "SELECT * FROM (SELECT * FROM users) LIMIT 5",
        "SELECT * FROM users UNION ALL SELECT * FROM users LIMIT 5",
        "WITH a AS (SELECT 1) SELECT * FROM users LIMIT 5",
        "SELECT * FROM users TABLESAMPLE BERNOULLI(10)",
        "SELECT * FROM repeat_row(1, 2) LIMIT 5",
        "SELECT faker.users.id FROM faker.users LIMIT 5",
        "SELECT * FROM users LIMIT ?",
        "SELECT * FROM users LIMIT 5 OFFSET ?",
        "SELECT * FROM users OFFSET 5",
        "SELECT * FROM users LIMIT 1.5",
        "SELECT 1"
      })
  void isNoneWhereOtherRowsMayMatter(String sql) {
    assertThat(preview(sql)).isEmpty();
  }

  @Test
  void tellsTheFunctionsThatMustBeOfOneRow() {
    assertThat(
            preview("SELECT Upper(trim_it(name)), count(*) FROM users").orElseThrow().functions())
        .containsExactlyInAnyOrder("upper", "trim_it", "count");
  }

  private static Optional<QueryShape.Preview> preview(String sql) {
    return CalciteReader.read(StatementText.of(sql)).orElseThrow().preview();
  }
}
