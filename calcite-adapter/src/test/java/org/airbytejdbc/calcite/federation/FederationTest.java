package org.airbytejdbc.calcite.federation;

import static org.airbytejdbc.calcite.Catalogs.column;
import static org.airbytejdbc.calcite.Catalogs.streamOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.Statements;
import org.airbytejdbc.calcite.TwoCaches;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederationTest {
  private static final StreamTable USERS =
      streamOnly("shop", "users", column("id", Simple.INTEGER), column("name", Simple.STRING));
  private static final StreamTable ORDERS =
      streamOnly(
          "shop",
          "orders",
          column("user_id", Simple.INTEGER),
          column("price", new Decimal(20, 4)),
          column("paid_at", Simple.TIMESTAMP_WITH_TIMEZONE));
  private static final StreamTable CONTACTS =
      streamOnly(
          "crm",
          "contacts",
          column("user_id", Simple.INTEGER),
          column("city", Simple.STRING),
          column("tags", Simple.JSON),
          column("big", Simple.BIG_INTEGER),
          column("seen", Simple.TIMESTAMP),
          column("photo", Simple.BINARY),
          column("hours", Simple.TIME_WITH_TIMEZONE));

  @TempDir Path folder;

  private final Statements statements = new Statements();
  private TwoCaches caches;
  private AttachedSources sources;

  @BeforeEach
  void fillTwoCaches() throws SQLException {
    caches = new TwoCaches(folder);
    caches.fill(caches.inMemory(), USERS, "(1, 'Ann'), (2, 'Bob'), (3, 'Ümit''s')");
    caches.fill(
        caches.inMemory(),
        ORDERS,
        "(1, 10.5, '2024-03-31 01:30:00.123456+00'), (1, 4.25, '2024-01-01 00:00:00Z'),"
            + " (2, 7, NULL)");
    caches.fill(
        caches.inFile(),
        CONTACTS,
        "(1, 'Ulm', '{\"a\":[1]}', 99999999999999999999, '2024-03-31 02:30:00.123456',"
            + " '\\xAA'::BLOB, '10:00:00+05:45'), (3, 'Bonn', NULL, NULL, NULL, NULL, NULL)");
    sources =
        new AttachedSources(
            List.of(
                caches.source("shop", caches.inMemory(), USERS, ORDERS),
                caches.source("crm", caches.inFile(), CONTACTS)));
  }

  @AfterEach
  void close() {
    statements.close();
    caches.close();
  }

  @Test
  void streamsOfTwoCachesAreJoined() throws SQLException {
    assertThat(
            rows(
                "SELECT u.name, c.city FROM users u JOIN crm.contacts c ON c.user_id = u.id"
                    + " ORDER BY u.id"))
        .containsExactly(List.of("Ann", "Ulm"), List.of("Ümit's", "Bonn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT u.id, c.city FROM users u LEFT JOIN crm.contacts c ON u.id = c.user_id",
        "SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM crm.contacts)",
        "SELECT u.name FROM users u WHERE EXISTS (SELECT 1 FROM crm.contacts c WHERE c.user_id = u.id"
            + " AND c.city <> 'Ulm')",
        "SELECT id FROM users UNION SELECT user_id FROM crm.contacts",
        "SELECT city, sum(price) AS s, count(*) FROM crm.contacts c JOIN orders o"
            + " ON o.user_id = c.user_id GROUP BY city HAVING count(*) > 1",
        "SELECT name, row_number() OVER (ORDER BY city DESC NULLS LAST, id) FROM users"
            + " LEFT JOIN crm.contacts ON id = user_id",
        "WITH s AS (SELECT user_id, max(price) AS most FROM orders GROUP BY user_id)"
            + " SELECT c.city, s.most FROM s JOIN crm.contacts c ON s.user_id = c.user_id",
        "SELECT u.id / 2 AS half, CASE WHEN c.city = 'Ulm' THEN 'a' ELSE 'bcd' END AS k FROM users u"
            + " LEFT JOIN crm.contacts c ON c.user_id = u.id",
        "SELECT u.name || '-' || c.city AS nc, upper(c.city) FROM users u, crm.contacts c"
            + " WHERE c.user_id = u.id AND u.name LIKE 'Ü%'",
        "SELECT paid_at, seen, big, tags, hours, photo IS NULL FROM orders o JOIN crm.contacts c"
            + " ON o.user_id = c.user_id WHERE o.paid_at > TIMESTAMP '2024-02-01 00:00:00'",
        "SELECT u.id, (SELECT max(price) FROM orders o WHERE o.user_id = u.id) AS m FROM users u"
            + " WHERE u.id IN (SELECT user_id FROM crm.contacts)"
      })
  void whatCalcitePlansGivesWhatItGivesInOneCache(String sql) throws SQLException {
    assertThat(FederatedPlanner.plan(route(sql), "shop")).isPresent();
    try (Federation federation = open(sql)) {
      assertThat(federation.sql()).isNotEqualTo(sql);
    }
    givesTheSameInOneEngine(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * EXCLUDE (tags) FROM users JOIN crm.contacts ON id = user_id",
        "SELECT name, count(*) AS n FROM users, crm.contacts GROUP BY ALL",
        "SELECT list(u.name ORDER BY u.id) AS names FROM users u JOIN crm.contacts c ON c.user_id = u.id",
        "FROM users SEMI JOIN crm.contacts ON id = user_id SELECT id::VARCHAR AS t"
      })
  void whatOnlyTheEngineKnowsRunsAsItIs(String sql) throws SQLException {
    try (Federation federation = open(sql)) {
      assertThat(federation.sql()).isEqualTo(sql);
    }
    givesTheSameInOneEngine(sql);
  }

  private void givesTheSameInOneEngine(String sql) throws SQLException {
    List<List<String>> expected = inOneEngine(sql);

    assertThat(rows(sql)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).isNotEmpty();
  }

  @Test
  void typesSurvive() throws SQLException {
    try (Federation federation =
            open("SELECT c.* FROM crm.contacts c JOIN users u ON u.id = c.user_id WHERE u.id = 1");
        PreparedStatement statement = federation.connection().prepareStatement(federation.sql());
        ResultSet row = statement.executeQuery()) {
      ResultSetMetaData columns = row.getMetaData();
      List<String> types = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        types.add(columns.getColumnLabel(i) + " " + columns.getColumnTypeName(i));
      }
      assertThat(types)
          .containsExactly(
              "user_id BIGINT",
              "city VARCHAR",
              "tags JSON",
              "big HUGEINT",
              "seen TIMESTAMP",
              "photo BLOB",
              "hours TIME WITH TIME ZONE");
      assertThat(row.next()).isTrue();
      assertThat(row.getString("big")).isEqualTo("99999999999999999999");
      assertThat(row.getString("seen")).isEqualTo("2024-03-31 02:30:00.123456");
    }
  }

  @Test
  void aCacheDoesItsFiltersProjectionsJoinsAndAggregates() {
    Federated statement =
        route(
            "SELECT s.name, s.total, c.city FROM (SELECT u.id, u.name, sum(o.price) AS total"
                + " FROM users u JOIN orders o ON o.user_id = u.id WHERE u.name <> 'Zoë''s'"
                + " GROUP BY u.id, u.name) s"
                + " JOIN crm.contacts c ON c.user_id = s.id WHERE c.city = 'Ulm' AND s.id < 9");

    FederatedPlan plan = FederatedPlanner.plan(statement, "shop").orElseThrow();

    assertThat(plan.parts()).hasSize(2);
    assertThat(plan.parts().get(0).cache()).isSameAs(caches.inMemory());
    assertThat(plan.parts().get(0).sql())
        .contains("SUM(", "GROUP BY", "INNER JOIN", "<> 'Zoë''s'", "< 9")
        .doesNotContain("CHARACTER SET");
    assertThat(plan.parts().get(1).cache()).isSameAs(caches.inFile());
    assertThat(plan.parts().get(1).sql())
        .contains("\"user_id\"", "= 'Ulm'")
        .doesNotContain("\"tags\"", "\"photo\"");
    assertThat(plan.sql()).doesNotContain("SUM(", "'Ulm'");
  }

  @Test
  void parametersKeepTheirNumbers() throws SQLException {
    String sql =
        "SELECT c.city FROM crm.contacts c JOIN (SELECT id FROM users WHERE name = ?) u"
            + " ON u.id = c.user_id WHERE c.city = ? AND c.user_id > ?";
    try (Federation federation = open(sql);
        PreparedStatement statement = federation.connection().prepareStatement(federation.sql())) {
      statement.setString(1, "Ann");
      statement.setString(2, "Ulm");
      statement.setInt(3, 0);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("Ulm");
      }
    }
    assertThat(FederatedPlanner.plan(route(sql), "shop")).isPresent();
  }

  @Test
  void whatNoEngineKnowsIsTheEnginesError() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> open("SELECT no_such(id) FROM users, crm.contacts"))
        .withMessageContaining("no_such");
  }

  @Test
  void aCancelledOneIsNotBegun() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel(Cancellation.Cause.CANCELLED);

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(
            () ->
                Federation.open(
                    route("SELECT 1 FROM users, crm.contacts"),
                    "shop",
                    Optional.empty(),
                    cancellation));
  }

  private Federated route(String sql) {
    return (Federated) statements.route(sql, "shop", sources);
  }

  private Federation open(String sql) throws SQLException {
    return Federation.open(route(sql), "shop", Optional.empty(), Cancellation.none());
  }

  private List<List<String>> rows(String sql) throws SQLException {
    try (Federation federation = open(sql)) {
      return rows(federation.connection(), federation.sql());
    }
  }

  /** The same statement where all its tables are in one engine. */
  private List<List<String>> inOneEngine(String sql) throws SQLException {
    try (Cache.Session session = caches.inMemory().open(Cancellation.none());
        Cache.Session other = caches.inFile().open(Cancellation.none());
        Statement statement = session.connection().createStatement()) {
      Path copy = folder.resolve("contacts.duckdb");
      try (Statement contacts = other.connection().createStatement()) {
        contacts.execute("ATTACH '" + copy + "' AS copy");
        contacts.execute("CREATE TABLE copy.c AS FROM crm.contacts");
        contacts.execute("DETACH copy");
      }
      statement.execute("ATTACH '" + copy + "' AS copy");
      statement.execute("CREATE SCHEMA crm");
      statement.execute("CREATE TABLE crm.contacts AS FROM copy.c");
      statement.execute("SET search_path = 'shop'");
      statement.execute("SET TimeZone = '" + java.util.TimeZone.getDefault().getID() + "'");
      return rows(session.connection(), sql);
    }
  }

  private static List<List<String>> rows(Connection engine, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = engine.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
