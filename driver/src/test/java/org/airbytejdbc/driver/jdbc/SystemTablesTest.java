package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the system tables tell of a source, before, while and after it is read. */
@Timeout(120)
class SystemTablesTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void aStreamTellsHowItIsReadAndHowFarItWas() throws SQLException {
    String streams =
        "SELECT name, table_name, sync_modes, mode, primary_key, rows, last_sync IS NULL,"
            + " age_seconds < 60, next_refresh - last_sync = INTERVAL 2 HOUR, in_source"
            + " FROM airbyte.streams ORDER BY name";
    try (Connection connection = shop.connect("maxAge=2h")) {
      assertThat(Shop.rows(connection, streams))
          .containsExactly(
              "orders|orders|[full_refresh, incremental]|incremental_dedup|[id]|null|true|null|null|true",
              "users|users|[full_refresh, incremental]|incremental_dedup|[id]|null|true|null|null|true");
      assertThat(shop.reads()).isEmpty();
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(Shop.rows(connection, streams).get(1))
          .isEqualTo(
              "users|users|[full_refresh, incremental]|incremental_dedup|[id]|10|false|true|true|true");
    }
  }

  @Test
  void aSourceTellsWhatItIsAndHowMuchOfItIsThere() throws SQLException {
    try (Connection connection = shop.connect()) {
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT name, connector, version LIKE '%source-shop@%', cache LIKE 'duckdb:%',"
                      + " streams, streams_read, rows, discovered_at <= last_sync"
                      + " FROM airbyte.sources"))
          .containsExactly("shop|source-shop|true|true|2|1|10|true");
    }
  }

  @Test
  void aSyncTellsWhatItReadAndTheStatesBeforeAndAfter() throws SQLException {
    try (Connection connection = shop.connect()) {
      Shop.rows(connection, "CALL airbyte.sync('users')");
      Shop.rows(connection, "CALL airbyte.sync('users')");
      List<String> syncs =
          Shop.rows(
              connection,
              "SELECT streams, outcome, records, bytes > 10 * records, finished_at >= started_at,"
                  + " error, state_before->0->'stream'->'stream_state'->>'cursor',"
                  + " state_after->0->'stream'->'stream_state'->>'cursor'"
                  + " FROM airbyte.syncs ORDER BY sync_id");
      assertThat(syncs.get(0)).isEqualTo("[users]|finished|10|true|true|null|null|9");
      assertThat(syncs.get(1)).isEqualTo("[users]|finished|0|false|true|null|9|9");
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT source, streams, kind, pending,"
                      + " state->'stream'->'stream_state'->>'cursor' FROM airbyte.state"))
          .containsExactly("shop|[users]|STREAM|false|9");
    }
  }

  @Test
  void aFailureIsToldInTheHistoryAndOfTheStreamUntilItIsReadWell() throws SQLException {
    shop.connector().read("{\"stderr\": \"the till is jammed\"}", "{\"exit\": 3}").write();
    try (Connection connection = shop.connect()) {
      Throwable failure = catchThrowable(() -> Shop.rows(connection, "SELECT count(*) FROM users"));
      assertThat(failure).isInstanceOf(SQLException.class);
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT outcome, error LIKE '%source-shop%', last_error = error"
                      + " FROM airbyte.syncs s JOIN airbyte.streams t ON t.name = 'users'"))
          .containsExactly("failed|true|true");
      shop.connector().read("{\"record\": [\"users\", {\"id\": 1}]}").write();
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(Shop.rows(connection, "SELECT last_error FROM airbyte.streams"))
          .containsOnly("null");
    }
  }

  @Test
  void aChangeOfTheSchemaIsTold() throws SQLException {
    try (Connection connection = shop.connect()) {
      Shop.rows(connection, "SELECT count(*) FROM users");
    }
    shop.connector().noStreams().stream(
            "users", "{\"id\": {\"type\": \"integer\"}, \"vip\": {\"type\": \"boolean\"}}")
        .write();
    try (Connection connection = shop.connect("refreshCatalog=true")) {
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT stream, change, field, new_type FROM airbyte.schema_changes"
                      + " WHERE stream = 'users' ORDER BY field"))
          .contains("users|added|vip|BOOLEAN");
    }
  }

  @Test
  void columnsTellFieldsTypesAndKeys() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT position, name, field, type, primary_key_position, description"
                      + " FROM airbyte.columns WHERE table_name = 'users' AND position < 4"))
          .containsExactly(
              "1|id|id|BIGINT|1|null",
              "2|name|name|VARCHAR|null|Full name",
              "3|score|score|DOUBLE|null|null");
    }
  }

  @Test
  void settingsAreThoseThatHoldAndNoConfig() throws SQLException {
    try (Connection connection = shop.connect("maxAge=90m", "config.password=canary-4711")) {
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT source, name, value, default_value FROM airbyte.settings"
                      + " WHERE name IN ('maxAge', 'refresh', 'syncMode') ORDER BY name"))
          .containsExactly(
              "null|maxAge|1h30m|1h", "null|refresh|auto|auto", "shop|syncMode|auto|auto");
      assertThat(Shop.rows(connection, "SELECT * FROM airbyte.settings"))
          .noneMatch(row -> row.contains("canary-4711"));
    }
  }

  @Test
  void theConnectorsInUseAreAmongThoseOfTheMachine() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT name, kind, location, installed FROM airbyte.connectors"
                      + " WHERE list_contains(sources, 'shop')"))
          .containsExactly("source-shop|executable|" + shop.connector().executable() + "|true");
    }
  }

  @Test
  void publishedConnectorsAreToldOfByTheRegistry() throws Exception {
    Path registry =
        Files.writeString(
            folder.resolve("registry.json"),
            """
            {"sources": [{"name": "PokeAPI", "dockerRepository": "airbyte/source-pokeapi",
              "dockerImageTag": "0.3.0", "language": "manifest-only"}]}
            """);
    try (Connection connection = shop.connect("registry=" + registry)) {
      assertThat(
              Shop.rows(
                  connection,
                  "SELECT name, title, newest, kind, installed FROM airbyte.connectors"
                      + " WHERE title IS NOT NULL"))
          .containsExactly("source-pokeapi|PokeAPI|0.3.0|manifest|false");
    }
  }

  @Test
  void whatAConnectorLogsIsKeptWithoutItsSecrets() throws SQLException {
    shop.connector()
        .spec(
            """
            {"type": "object", "properties":
              {"key": {"type": "string", "airbyte_secret": true}}}
            """)
        .read(
            "{\"message\": {\"type\": \"LOG\", \"log\":"
                + " {\"level\": \"WARN\", \"message\": \"the key canary-4711 is old\"}}}")
        .write();
    try (Connection connection = shop.connect("config.key=canary-4711");
        Connection other = shop.connect("config.key=canary-4711")) {
      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(
              Shop.rows(
                  other,
                  "SELECT source, connector, level, message FROM airbyte.logs"
                      + " WHERE level = 'WARN'"))
          .containsExactly("shop|source-shop|WARN|the key *** is old");
    }
  }

  @Test
  void whatRunsIsSeenFromAnotherConnection() throws Exception {
    Path seen = shop.connector().file("seen");
    shop.connector()
        .read(
            "{\"record\": [\"users\", {\"id\": 1}]}",
            "{\"record\": [\"users\", {\"id\": 2}]}",
            "{\"message\": {\"type\": \"TRACE\", \"trace\": {\"type\": \"ESTIMATE\","
                + " \"emitted_at\": 1, \"estimate\": {\"name\": \"users\", \"type\": \"STREAM\","
                + " \"row_estimate\": 50}}}}",
            "{\"await\": \"" + seen + "\"}",
            "{\"record\": [\"users\", {\"id\": 3}]}")
        .write();
    String running =
        "SELECT source, table_name, records, bytes > 0, expected_records FROM airbyte.running";
    try (Connection connection = shop.connect();
        Connection other = shop.connect()) {
      CompletableFuture<List<String>> count =
          Background.start(() -> rows(connection, "SELECT count(*) FROM users"));
      List<String> now = Shop.rows(other, running);
      while (!now.equals(List.of("shop|users|2|true|50"))) {
        assertThat(count).isNotDone();
        Thread.sleep(10);
        now = Shop.rows(other, running);
      }
      assertThat(Shop.rows(other, "SELECT outcome FROM airbyte.syncs")).containsExactly("running");
      Files.createFile(seen);
      assertThat(count.get()).containsExactly("3");
      assertThat(Shop.rows(other, running)).isEmpty();
      assertThat(Shop.rows(other, "SELECT outcome FROM airbyte.syncs")).containsExactly("finished");
    }
  }

  private static List<String> rows(Connection connection, String sql) {
    try {
      return Shop.rows(connection, sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
