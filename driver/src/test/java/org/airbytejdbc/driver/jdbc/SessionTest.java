package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
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

/** What SET, RESET, SHOW and hints change, over a connector that is a real process. */
@Timeout(120)
class SessionTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void aSettingHoldsFromTheNextStatementUntilItIsReset() throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("SET refresh = 'never'")).isFalse();
      assertThat(statement.getUpdateCount()).isZero();
      assertThatThrownBy(() -> Shop.rows(connection, "SELECT count(*) FROM users"))
          .hasMessageContaining("never read");
      statement.execute("RESET refresh");
      assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
      statement.execute("SET refresh TO always");
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(shop.reads()).hasSize(2);
      statement.execute("RESET ALL");
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(shop.reads()).hasSize(2);
    }
  }

  @Test
  void settingsAreShownAsTheyAreWritten() throws SQLException {
    try (Connection connection = shop.connect("maxAge=90m");
        Statement statement = connection.createStatement()) {
      assertThat(Shop.rows(connection, "SHOW maxAge")).containsExactly("90m");
      statement.execute("set MAXAGE to '15m'");
      statement.execute("SET queryTimeout = 30s;");
      assertThat(Shop.rows(connection, "SHOW ALL"))
          .extracting(row -> row.substring(0, row.lastIndexOf('|')))
          .containsExactly(
              "refresh|auto", "maxAge|15m", "idleTimeout|10m", "queryTimeout|30s", "schema|shop");
      statement.execute("SET maxAge = DEFAULT");
      assertThat(Shop.rows(connection, "SHOW maxAge")).containsExactly("90m");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "refresh, never, auto",
    "maxAge, 7d, 1h",
    "idleTimeout, 20m, 10m",
    "queryTimeout, 90s, 0s",
    "schema, airbyte, shop"
  })
  void everySettingIsSetShownAndReset(String name, String value, String first) throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET " + name + " = '" + value + "'");
      assertThat(Shop.rows(connection, "SHOW " + name)).containsExactly(value);
      statement.execute("RESET " + name);
      assertThat(Shop.rows(connection, "SHOW " + name)).containsExactly(first);
    }
  }

  @Test
  void anotherConnectionDoesNotSeeThem() throws SQLException {
    try (Connection one = shop.connect();
        Connection other = shop.connect();
        Statement statement = one.createStatement()) {
      statement.execute("SET maxAge = '5m'");
      assertThat(Shop.rows(other, "SHOW maxAge")).containsExactly("1h");
    }
  }

  @Test
  void theCurrentSchemaIsTheConnections() throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("USE airbyte");
      assertThat(connection.getSchema()).isEqualTo("airbyte");
      connection.setSchema("shop");
      assertThat(Shop.rows(connection, "SHOW schema")).containsExactly("shop");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET maxAgee = '1m' | Did you mean 'maxAge'?",
        "SET threads = 1 | Known are idleTimeout, maxAge, queryTimeout, refresh, schema",
        "SET cache = 'memory' | when the connection opens",
        "SET maxAge = 'soon' | must be a time",
        "SET refresh = 'often' | must be one of auto, always, never",
        "SHOW maxAgee | Did you mean 'maxAge'?",
        "SET maxAge | is not understood",
        "SET maxAge = '1m' refresh | is not understood",
        "/*+ maxAgee=1m */ SELECT 1 | Did you mean 'maxAge'?",
        "/*+ maxAge */ SELECT 1 | hint is not understood"
      })
  void whatIsNoSettingIsRefused(String sql, String message) throws SQLException {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute(sql))
          .withMessageContaining(message)
          .satisfies(e -> assertThat(e.getSQLState()).isIn("22023", "42601"));
      assertThat(connection.isValid(0)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*+ refresh=always, maxAge='5m' */ SELECT count(*) FROM users",
        "SELECT /*+ refresh=always */ count(*) FROM users",
        "-- a /*+ b\n/* c */ /*+ refresh=always */ SELECT count(*) FROM users"
      })
  void aHintHoldsForItsStatementAlone(String hinted) throws SQLException {
    try (Connection connection = shop.connect()) {
      String plain = "SELECT count(*) FROM users";
      Shop.rows(connection, plain);
      assertThat(Shop.rows(connection, hinted)).containsExactly("10");
      assertThat(Shop.rows(connection, hinted)).containsExactly("10");
      assertThat(shop.reads()).hasSize(3);
      Shop.rows(connection, plain);
      assertThat(shop.reads()).hasSize(3);
    }
  }

  @Test
  void tablesAreListedWithoutReadingOne() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(Shop.rows(connection, "SHOW TABLES")).containsExactly("orders", "users");
      assertThat(Shop.rows(connection, "SHOW TABLES FROM shop")).containsExactly("orders", "users");
      assertThat(Shop.rows(connection, "SHOW SCHEMAS"))
          .containsExactly("airbyte|false", "main|false", "shop|true");
      assertThat(Shop.rows(connection, "SHOW ALL TABLES"))
          .anySatisfy(row -> assertThat(row).startsWith("shop|users|[id, name, score"));
      assertThat(Shop.rows(connection, "DESCRIBE users"))
          .first()
          .asString()
          .startsWith("id|BIGINT");
      for (String same :
          List.of("SHOW users", "SHOW COLUMNS FROM users", "show columns in users;")) {
        assertThat(Shop.rows(connection, same)).first().asString().startsWith("id|BIGINT");
      }
      assertThat(shop.reads()).isEqualTo(List.of());
    }
  }
}
