package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Properties;
import org.airbytejdbc.driver.AirbyteDriver;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workspace whose sources keep their streams apart, and statements over both. */
@Timeout(120)
class SeveralCachesTest {
  @TempDir private Path folder;
  private ScriptedConnector shop;
  private ScriptedConnector crm;
  private Connection connection;

  @BeforeEach
  void open() throws IOException, SQLException {
    shop =
        new ScriptedConnector(folder, "source-shop")
            .stream("users", "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}")
                .stream("unread", "{\"id\": {\"type\": \"integer\"}}")
                .read(
                    """
                    {"records": {"stream": "users", "count": 10, "state_every": 5,
                      "template": {"id": "$i", "name": "user $i"}}}
                    """);
    crm =
        new ScriptedConnector(folder, "source-crm")
            .stream(
                    "contacts",
                    """
                    {"user_id": {"type": "integer"}, "tags": {"type": "array"},
                     "at": {"type": "string", "format": "date-time",
                       "airbyte_type": "timestamp_with_timezone"}}
                    """)
                .read(
                    """
                    {"records": {"stream": "contacts", "count": 3, "state_every": 1,
                      "template": {"user_id": "$i", "tags": ["a"],
                        "at": "2020-11-01T05:30:00.123456Z"}}}
                    """);
    Path workspace = folder.resolve("team.yaml");
    Files.writeString(
        workspace,
        """
        sources:
          shop: {connector: source-shop, executable: %s, config: {}, cache: 'duckdb:shop.duckdb'}
          crm: {connector: source-crm, executable: %s, config: {}, cache: 'duckdb:crm.duckdb'}
        """
            .formatted(shop.write(), crm.write()));
    connection =
        new AirbyteDriver()
            .connect(
                "jdbc:airbyte:?workspace="
                    + URLEncoder.encode(workspace.toString(), StandardCharsets.UTF_8),
                new Properties());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void areJoinedAfterEachReadJustItsOwnStreams() throws SQLException {
    assertThat(
            Shop.rows(
                connection,
                "SELECT u.name, c.tags FROM shop.users u JOIN crm.contacts c ON c.user_id = u.id"
                    + " WHERE u.id > 0 ORDER BY u.id"))
        .containsExactly("user 1|[\"a\"]", "user 2|[\"a\"]");

    assertThat(shop.calls("read"))
        .extracting(ScriptedConnector.Call::streams)
        .containsExactly(List.of("users"));
    assertThat(crm.calls("read"))
        .extracting(ScriptedConnector.Call::streams)
        .containsExactly(List.of("contacts"));
  }

  @Test
  void giveTypedValuesToPreparedStatements() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT c.at FROM crm.contacts c JOIN shop.users u ON c.user_id = u.id"
                + " WHERE u.name = ?")) {
      for (String name : List.of("user 1", "user 2")) {
        statement.setString(1, name);
        try (ResultSet row = statement.executeQuery()) {
          assertThat(row.next()).isTrue();
          assertThat(row.getObject(1, OffsetDateTime.class).toInstant())
              .hasToString("2020-11-01T05:30:00.123456Z");
          assertThat(row.next()).isFalse();
        }
      }
    }
  }

  @Test
  void areDescribedBeforeAnyIsRead() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT u.id, c.at AS seen FROM shop.users u JOIN crm.contacts c"
                + " ON c.user_id = u.id WHERE u.name = ?")) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(2);
      assertThat(columns.getColumnName(2)).isEqualTo("seen");
      assertThat(columns.getColumnType(1)).isEqualTo(Types.BIGINT);
      assertThat(columns.getColumnType(2)).isEqualTo(Types.TIMESTAMP_WITH_TIMEZONE);
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
    }
    assertThat(shop.calls("read")).isEmpty();
  }

  @Test
  void areJoinedWithTheTablesThatTellOfThem() throws SQLException {
    assertThat(
            Shop.rows(
                connection,
                "SELECT s.name, s.rows, count(*) FROM airbyte.streams s, shop.users u,"
                    + " crm.contacts c WHERE s.source = 'shop' AND s.table_name = 'users'"
                    + " AND u.id = c.user_id GROUP BY ALL"))
        .containsExactly("users|10|3");
    assertThat(
            Shop.rows(
                connection,
                "SELECT count(*) FROM shop.users WHERE name NOT IN (SELECT name FROM airbyte.sources)"))
        .containsExactly("10");
  }

  @Test
  void areNotReadTogetherWithViewsOfTheUsersOwn() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE VIEW named AS SELECT id, name FROM shop.users");
      assertThatThrownBy(
              () -> statement.executeQuery("SELECT * FROM named, crm.contacts WHERE id = user_id"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42000"))
          .hasMessageContaining("property cache");
    }
    assertThat(shop.calls("read")).isEmpty();
  }

  @Test
  void areExplainedPartByPartWithParametersToo() throws SQLException {
    String join =
        "EXPLAIN SELECT u.name FROM shop.users u JOIN crm.contacts c ON c.user_id = u.id"
            + " WHERE u.id = ?";
    try (PreparedStatement statement = connection.prepareStatement(join)) {
      statement.setInt(1, 2);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(Shop.rows(rows))
            .anyMatch(row -> row.startsWith("Runs over several caches"))
            .anyMatch(row -> row.matches("parts\\.part0 from the cache .*shop\\.duckdb.*"))
            .anyMatch(row -> row.matches("parts\\.part1 from the cache .*crm\\.duckdb.*"))
            .anyMatch(row -> row.contains("\"id\" = $1"));
      }
    }
    assertThat(shop.calls("read")).isEmpty();
    try (PreparedStatement statement =
        connection.prepareStatement(join.replace("EXPLAIN", "EXPLAIN ANALYZE"))) {
      statement.setInt(1, 2);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(Shop.rows(rows)).anyMatch(row -> row.contains("|plan|"));
      }
    }
    assertThat(shop.calls("read")).hasSize(1);
  }

  @Test
  void tellTheAgeOfEach() throws SQLException {
    String join = "SELECT count(*) FROM shop.users, crm.contacts";
    assertThat(Shop.rows(connection, join)).containsExactly("30");
    try (Statement statement = connection.createStatement()) {
      statement.execute("/*+ refresh=never, maxAge=0s */ " + join);
      SQLWarning first = statement.getWarnings();
      assertThat(List.of(first.getSQLState(), first.getNextWarning().getSQLState()))
          .containsExactly("01P02", "01P02");
      statement.execute("/*+ refresh=never */ " + join);
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
  }

  @Test
  void haveAllOfTheEnginesLanguage() throws SQLException {
    assertThat(
            Shop.rows(
                connection,
                "FROM shop.users SEMI JOIN crm.contacts ON id = user_id"
                    + " SELECT list(name ORDER BY id)[1:2]::VARCHAR"))
        .containsExactly("[user 0, user 1]");
  }

  @Test
  void obeyMaxRowsAndTellWhatIsWrong() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(4);
      try (ResultSet rows =
          statement.executeQuery("SELECT u.id FROM shop.users u, crm.contacts c")) {
        assertThat(Shop.rows(rows)).hasSize(4);
      }
      assertThatThrownBy(
              () ->
                  statement.executeQuery("SELECT no_such(u.id) FROM shop.users u, crm.contacts c"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("no_such");
    }
  }
}
