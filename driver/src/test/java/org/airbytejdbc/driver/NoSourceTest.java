package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to look around with, before there is a source. */
class NoSourceTest {
  @TempDir Path folder;

  @Test
  void whatIsPublishedCanBeLookedAtAndASourceAdded() throws Exception {
    try (LocalShop shop = LocalShop.start();
        Connection connection =
            DriverManager.getConnection("jdbc:airbyte:?registry=" + shop.registry())) {
      assertThat(first(connection, "SELECT 6 * 7")).isEqualTo("42");
      assertThat(first(connection, "SELECT name FROM airbyte.connectors WHERE title = 'Shop'"))
          .isEqualTo(shop.connector());
      try (ResultSet schemas = connection.getMetaData().getSchemas()) {
        assertThat(schemas.next()).isTrue();
      }
      assertThatThrownBy(() -> first(connection, "SELECT * FROM things"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("things");
      assertThatThrownBy(() -> connection.createStatement().execute("CREATE TABLE t (i INTEGER)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("airbyte.add_source");
      first(
          connection,
          "CALL airbyte.add_source('mine', manifest => '%s', config => '%s', cache => 'duckdb:%s')"
              .formatted(shop.manifest(folder), shop.config(), folder.resolve("shop.duckdb")));
      assertThat(first(connection, "SELECT count(*) FROM mine.things")).isEqualTo("2");
    }
  }

  @Test
  void aProcedureThatNeedsASourceSaysHowToAddOne() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:airbyte:")) {
      assertThatThrownBy(() -> first(connection, "CALL airbyte.check('shop')"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("airbyte.add_source");
    }
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
