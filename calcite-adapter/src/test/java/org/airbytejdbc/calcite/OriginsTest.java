package org.airbytejdbc.calcite;

import static org.airbytejdbc.calcite.Catalogs.column;
import static org.airbytejdbc.calcite.Catalogs.streamOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each result column as {@code schema.table.column} of its origin, or {@code -} for none. */
class OriginsTest {
  private static final StreamTable USERS =
      streamOnly("shop", "users", column("id", Simple.INTEGER), column("Full_name", Simple.STRING));
  private static final StreamTable ORDERS =
      streamOnly("shop", "orders", column("id", Simple.INTEGER), column("user_id", Simple.INTEGER));

  @TempDir Path folder;

  private final Statements statements = new Statements();
  private TwoCaches caches;
  private AttachedSources sources;

  @BeforeEach
  void attach() {
    caches = new TwoCaches(folder);
    sources = new AttachedSources(List.of(caches.source("shop", caches.inMemory(), USERS, ORDERS)));
  }

  @AfterEach
  void close() {
    statements.close();
    caches.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT id, "full_NAME" AS n, 1 FROM users          | users.id users.Full_name -
          SELECT * FROM SHOP.Users                           | users.id users.Full_name
          SELECT u.*, o.user_id FROM users u, orders AS o    | users.id users.Full_name orders.user_id
          SELECT o.* EXCLUDE (id), u.id FROM users u JOIN orders o ON true | orders.user_id users.id
          SELECT * FROM users JOIN orders USING (id)         | users.id users.Full_name orders.user_id
          SELECT id FROM users FULL JOIN orders USING (id)   | -
          SELECT shop.users.id, id + 1, count(*) FROM users GROUP BY ALL | users.id - -
          SELECT x FROM (SELECT id AS x, 2 AS y FROM users) t | users.id
          SELECT * FROM (SELECT id, 2 FROM users) t(a, b)    | users.id -
          WITH w AS (SELECT id AS a FROM users), v AS (FROM w) SELECT a, a::VARCHAR FROM v | users.id -
          WITH w(b) AS (SELECT user_id FROM orders) SELECT b FROM w | orders.user_id
          SELECT id FROM users UNION ALL SELECT id FROM orders | -
          SELECT id FROM users ORDER BY 1 LIMIT 3            | users.id
          SELECT id FROM users SEMI JOIN orders USING (id)   | users.id
          SELECT (SELECT max(id) FROM orders) FROM users     | -
          SELECT u.id FROM users u LEFT JOIN orders o ON o.user_id = u.id WHERE 1 = 0 | users.id
          SELECT i, id FROM range(3) r(i), users             | - -
          SELECT r.i, users.id FROM range(3) r(i), users     | - users.id
          """)
  void plainColumnsAreFollowedToTheirStream(String sql, String expected) {
    assertThat(statements.origins(sql, "shop", sources))
        .extracting(origin -> origin.map(o -> o.table() + "." + o.column()).orElse("-"))
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * REPLACE (1 AS id) FROM users",
        "SELECT COLUMNS('.*') FROM users",
        "SELECT * FROM users NATURAL JOIN orders",
        "SELECT * FROM range(3), users",
        "SELECT id FROM",
        "EXPLAIN SELECT id FROM users",
        "CALL airbyte.sync('users')",
        "VALUES (1)",
      })
  void whatIsNotSureHasNone(String sql) {
    assertThat(statements.origins(sql, "shop", sources)).isEmpty();
  }

  @Test
  void aLongChainOfJoinsIsNoHarm() {
    String sql = "SELECT u0.id FROM users u0" + " , users".repeat(50_000);
    assertThat(statements.origins(sql, "shop", sources)).isEmpty();
  }
}
