package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JDBC's escapes mean what JDBC says; what only looks like one is left alone. */
@Timeout(120)
class EscapesTest {
  @TempDir private static Path folder;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = new Shop(folder).connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT {d '2020-01-02'}                                    ~ 2020-01-02
          SELECT { t '03:04:05' }                                    ~ 03:04:05
          SELECT {ts '2020-01-02 03:04:05.5'}                        ~ 2020-01-02 03:04:05.5
          SELECT {FN UCASE('a')} || {fn lcase('B')}                  ~ Ab
          SELECT {fn concat('{d ', {fn ucase('x')})}                 ~ {d X
          SELECT {fn locate('b', 'abcb')}                            ~ 2
          SELECT {fn locate('b', 'abcb', 3)}                         ~ 4
          SELECT {fn convert('12', SQL_INTEGER)} + 1                 ~ 13
          SELECT {fn timestampadd(SQL_TSI_DAY, 2, {d '2020-01-31'})} ~ 2020-02-02 00:00:00
          SELECT {fn timestampdiff(SQL_TSI_MONTH, {d '2020-01-31'}, {d '2020-03-30'})} ~ 1
          SELECT {fn dayofweek({d '2026-11-22'})}                    ~ 1
          SELECT {fn log({fn exp(1)})}                               ~ 1.0
          SELECT {fn insert('abcdef', 2, 3, 'X')}                    ~ aXef
          SELECT {fn space(2)} || {fn char(65)}                      ~ `  A`
          SELECT {fn curdate()} = current_date                       ~ true
          SELECT count(*) FROM {oj users u LEFT OUTER JOIN orders o ON u.id = o.id} ~ 10
          SELECT 'a%' LIKE 'a!%' {escape '!'}                        ~ true
          SELECT id FROM users ORDER BY id {limit 1 offset 2}        ~ 2
          SELECT '{d ''2020-01-02''}' -- {fn                         ~ {d '2020-01-02'}
          SELECT {'d': 1}.d + {d: 2}.d                               ~ 3
          SELECT {'a': {d '2020-01-02'}}.a                           ~ 2020-01-02
          /* {d */ SELECT /* {t '1'} */ 1 ;                          ~ 1
          """)
  void escapesAreReplaced(String sql, String value) throws SQLException {
    assertThat(Shop.rows(connection, sql)).containsExactly(value);
    assertThat(connection.nativeSQL(connection.nativeSQL(sql)))
        .isEqualTo(connection.nativeSQL(sql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT {d '2020-01-02'", "SELECT {fn }", "SELECT {fn locate()}", "{fn"})
  void whatDoesNotEndIsASyntaxError(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42601"));
    }
  }

  @Test
  void escapesStayWhereTheyAreNotWanted() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      assertThatThrownBy(() -> statement.executeQuery("SELECT {d '2020-01-02'}"))
          .isInstanceOf(SQLException.class);
    }
  }
}
