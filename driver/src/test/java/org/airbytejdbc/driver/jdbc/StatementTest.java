package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a text to its rows, over a connector that is a real process. */
@Timeout(120)
class StatementTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void onlyTheStreamsThatAStatementNamesAreRead() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
      assertThat(shop.reads()).containsExactly(List.of("users"));
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT u.name, o.id FROM shop.users u JOIN shop.orders o ON o.user_id = u.id"
                      + " ORDER BY o.id"))
          .containsExactly("user 0|0", "user 1|1", "user 2|2");
      assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"));
    }
  }

  @Test
  void whatIsFreshIsAnsweredWithoutTheConnector() throws SQLException {
    try (Connection connection = shop.connect()) {
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(Shop.rows(connection, "SELECT max(id) FROM users")).containsExactly("9");
    }
    try (Connection connection = shop.connect()) {
      assertThat(Shop.rows(connection, "SELECT min(id) FROM users")).containsExactly("0");
    }
    assertThat(shop.reads()).hasSize(1);
    assertThat(shop.connector().calls("discover")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM users WHERE 1=0",
        "SELECT * FROM \"shop\".\"users\" LIMIT 0",
        "SELECT * FROM (SELECT id FROM users) SPARK_GEN_SUBQ_0 WHERE 1=0"
      })
  void whatCanHaveNoRowsReadsNothing(String sql) throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("id");
      assertThat(rows.next()).isFalse();
      assertThat(shop.reads()).isEmpty();
    }
  }

  @Test
  void theFirstRowsOfAStreamStopTheConnector() throws SQLException {
    shop.connector()
        .read(
            """
            {"records": {"stream": "users", "count": 1000000000, "sleep_every": [100, 0.01],
              "template": {"id": "$i", "name": "user $i", "score": 0}}}
            """)
        .write();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(20);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM \"shop\".\"users\"")) {
        assertThat(Shop.rows(rows)).hasSize(20);
      }
      assertThat(Shop.rows(connection, "SELECT name FROM users LIMIT 5 OFFSET 2")).hasSize(5);
    }
    assertThat(shop.connector().calls("read"))
        .isNotEmpty()
        .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
  }

  @Test
  void aPreviewNeverPassesForTheStream() throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM users")) {
        assertThat(Shop.rows(rows)).hasSize(2);
      }
      assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
    }
  }

  @Test
  void noMoreRowsThanMaxRowsComeFromAStreamThatWasRead() throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      Shop.rows(connection, "SELECT count(*) FROM users");
      statement.setMaxRows(3);
      for (String sql : List.of("SELECT * FROM users -- all", "SELECT id FROM users ORDER BY id")) {
        try (ResultSet rows = statement.executeQuery(sql)) {
          assertThat(Shop.rows(rows)).hasSize(3);
        }
      }
    }
    assertThat(shop.reads()).hasSize(1);
  }

  @Test
  void neverReadingTellsWhatWasNeverRead() throws SQLException {
    try (Connection connection = shop.connect("refresh=never")) {
      assertState(connection, "SELECT * FROM users", "55006");
      assertState(connection, "SELECT * FROM users LIMIT 1", "55006");
    }
    assertThat(shop.reads()).isEmpty();
  }

  @Test
  void callsReadNowAndTellWhatTheyDid() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(
              Shop.rows(connection, "CALL airbyte.sync('shop.*')").stream()
                  .map(row -> row.replaceFirst("\\|[^|]*$", "")))
          .containsExactlyInAnyOrder(
              "shop.users|incremental_dedup|10|10", "shop.orders|incremental_dedup|3|3");
      assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
      assertThat(Shop.rows(connection, "CALL airbyte.sync('users', fullRefresh => true)"))
          .singleElement()
          .asString()
          .contains("|10|10|");
      assertState(connection, "CALL airbyte.sync('nope')", "42P01");
      assertState(connection, "CALL airbyte.nope()", "42883");
      assertState(connection, "CALL airbyte.sync('users', speed => 9)", "22023");
      assertState(connection, "CALL airbyte.sync()", "22023");
    }
  }

  @Test
  void aStreamThatIsLeftOutIsToldFromOneThatIsNotThere() throws SQLException {
    try (Connection connection = shop.connect("streams=user*")) {
      assertThatThrownBy(() -> Shop.rows(connection, "SELECT * FROM orders"))
          .hasMessageContainingAll("no table orders", "the property streams leaves it out");
    }
  }

  @Test
  void aStreamThatIsAskedForAndNotThereIsWarnedOf() throws SQLException {
    try (Connection connection = shop.connect("streams=user*,ordrs,o*");
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM users").close();
      assertThat((Throwable) statement.getWarnings())
          .hasMessage("shop has no stream ordrs that streams= asks for; did you mean orders?");
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01P03");
      statement.executeQuery("SELECT 1").close();
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELEC 1; 42601",
        "SELECT * FROM nope; 42P01",
        "SELECT * FROM nope.users; 3F000",
        "SELECT nope FROM users; 42703",
        "SELECT nope(1); 42883",
        "SELECT CAST('x' AS INTEGER); 22P02",
        "DELETE FROM users; 42000",
        "CREATE TABLE shop.t(a INTEGER); 42000",
      })
  void everyErrorHasAState(String sql, String state) throws SQLException {
    try (Connection connection = shop.connect()) {
      assertState(connection, sql, state);
      assertThat(Shop.rows(connection, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void aConnectorThatFailsIsNamedAndLeavesTheConnectionUsable() throws SQLException {
    shop.connector().read("{\"stderr\": \"no such host\"}", "{\"exit\": 3}").write();
    try (Connection connection = shop.connect()) {
      assertThatThrownBy(() -> Shop.rows(connection, "SELECT count(*) FROM users"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HV000"))
          .hasMessageContaining("source-shop")
          .hasMessageContaining("no such host");
      assertThat(connection.isValid(1)).isTrue();
      assertThat(Shop.rows(connection, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void aStatementRunsAgainAndEndsItsResultBefore() throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      ResultSet first = statement.executeQuery("SELECT 1");
      assertThat(statement.execute("SELECT 2 AS two")).isTrue();
      assertThat(first.isClosed()).isTrue();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(Shop.rows(statement.getResultSet())).containsExactly("2");
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getResultSet()).isNull();
      assertThatThrownBy(() -> statement.executeUpdate("SELECT 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aStatementThatClosesOnCompletionClosesWithItsLastResult() throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.closeOnCompletion();
      statement.executeQuery("SELECT 1");
      ResultSet second = statement.executeQuery("SELECT 2");
      assertThat(statement.isClosed()).isFalse();
      second.close();
      assertThat(statement.isClosed()).isTrue();
    }
  }

  private static void assertState(Connection connection, String sql, String state) {
    assertThatThrownBy(() -> Shop.rows(connection, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }
}
