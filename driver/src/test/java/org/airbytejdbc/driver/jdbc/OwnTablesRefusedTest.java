package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that would write to what is not the user's own; none of them reads a stream. */
@Timeout(120)
class OwnTablesRefusedTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    shop = new Shop(folder);
    connection = shop.connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO users VALUES (1) | 42000 | shop.users is a stream",
        "UPDATE shop.users SET id = 1 | 42000 | streams are read-only",
        "DELETE FROM users | 42000 | CREATE TABLE main.name",
        "DROP TABLE shop.users | 42000 | is a stream",
        "ALTER TABLE users ADD COLUMN x INT | 42000 | is a stream",
        "TRUNCATE users | 42000 | is a stream",
        "CREATE TABLE shop.mine (a INT) | 42000 | Write main.mine",
        "CREATE VIEW shop.mine AS SELECT 1 | 42000 | Write main.mine",
        "CREATE TEMP TABLE shop.mine (a INT) | 42000 | Write temp.mine",
        "CREATE TABLE airbyte.mine (a INT) | 42000 | Write main.mine",
        "DROP TABLE shop.nosuch | 42000 | in the schema shop",
        "CREATE TABLE other.mine (a INT) | 3F000 | There is no schema other",
        "CREATE TABLE users AS SELECT 1 | 42000 | means the stream shop.users",
        "CREATE VIEW v AS SELECT * FROM nosuch | 42P01 | no table nosuch",
        "CREATE VIEW v AS SELECT * FROM airbyte.streams | 42000 | airbyte.streams",
        "CREATE VIEW v AS SELECT ? | 42000 | parameters",
        "CREATE VIEW v AS SELECT * FROM read_csv('x.csv') | 42000 | read_csv",
        "CREATE TABLE t AS SELECT * FROM read_text('/etc/passwd') | 42000 | read_text",
        "CREATE TABLE t (a INT DEFAULT (SELECT 1)) | 42000 | query",
        "CREATE SCHEMA mine | 42000 | views and tables",
        "CREATE MACRO m() AS 1 | 42000 | views and tables",
        "ALTER TABLE main.t SET SCHEMA x | 42000 | cannot be altered",
        "INSERT INTO nosuch VALUES (1) | 42P01 | nosuch of your own",
        "DROP VIEW nosuch | 42P01 | nosuch",
        "CREATE TABLE t AS WITH x AS (DELETE FROM users RETURNING id) FROM x | 42000 | writes",
        "COPY users TO 'x.csv' | 42000 | COPY is not run",
        "CREATE VIEW | 42601 | name of a view",
        "CREATE TABLE t AS SELECT FROM WHERE | 42601 | syntax",
        "SELECT * FROM main.nosuch | 42P01 | no table nosuch in main"
      })
  void whatIsNotTheUsersOwnIsRefused(String sql, String state, String message) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run(sql))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(state));
    assertThat(shop.reads()).isEmpty();
  }
}
