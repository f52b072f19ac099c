package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What EXPLAIN tells of streams and engines, over a connector that is a real process. */
@Timeout(120)
class ExplainTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void itTellsWhatBecomesOfEachStreamAndReadsNone() throws SQLException {
    try (Connection connection = shop.connect()) {
      String sql = "SELECT count(*) FROM users JOIN orders ON user_id = users.id";
      assertThat(streams(connection, "EXPLAIN " + sql))
          .containsExactlyInAnyOrder(
              "shop.users|read|incremental_dedup|null|null",
              "shop.orders|read|incremental_dedup|null|null");
      assertThat(shop.reads()).isEmpty();

      Shop.rows(connection, "SELECT count(*) FROM users");
      assertThat(streams(connection, "EXPLAIN " + sql))
          .anySatisfy(row -> assertThat(row).startsWith("shop.users|cached|").endsWith("|10"))
          .anySatisfy(row -> assertThat(row).startsWith("shop.orders|read|"));
      assertThat(streams(connection, "/*+ refresh=never */ EXPLAIN " + sql))
          .anySatisfy(row -> assertThat(row).startsWith("shop.orders|refused|"));
      assertThat(shop.reads()).hasSize(1);
    }
  }

  @Test
  void itTellsTheEngineItsTextAndItsPlan() throws SQLException {
    try (Connection connection = shop.connect()) {
      Shop.rows(connection, "SELECT count(*) FROM users");
      List<String> rows = Shop.rows(connection, "EXPLAIN SELECT id FROM users WHERE id > 5");
      assertThat(rows)
          .anySatisfy(row -> assertThat(row).startsWith("Runs whole in DuckDB, in the cache"))
          .anySatisfy(row -> assertThat(row).startsWith("SELECT id FROM users WHERE id > 5|"))
          .anySatisfy(row -> assertThat(row).contains("Filters: id > 5").contains("|plan|"));
    }
  }

  @Test
  void aPreviewAndWhatCanHaveNoRowsAreToldAsSuch() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(streams(connection, "EXPLAIN SELECT * FROM users LIMIT 5"))
          .allSatisfy(row -> assertThat(row).startsWith("shop.users|previewed|"));
      assertThat(streams(connection, "EXPLAIN SELECT * FROM users WHERE 1=0"))
          .allSatisfy(row -> assertThat(row).startsWith("shop.users|not needed|"));
    }
  }

  @Test
  void analyzeRunsTheQuery() throws SQLException {
    try (Connection connection = shop.connect()) {
      assertThat(Shop.rows(connection, "EXPLAIN ANALYZE SELECT id FROM users WHERE id > 5"))
          .anySatisfy(row -> assertThat(row).contains("4 rows"));
      assertThat(shop.reads()).containsExactly(List.of("users"));
    }
  }

  private static List<String> streams(Connection connection, String sql) throws SQLException {
    return Shop.rows(connection, sql).stream()
        .filter(row -> row.contains("|stream|"))
        .map(row -> row.substring(row.indexOf("|stream|") + "|stream|".length()))
        .toList();
  }
}
