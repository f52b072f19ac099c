package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestSourceTest {
  @TempDir Path folder;

  @Test
  void aManifestIsReadOnFromItsState() throws Exception {
    try (LocalShop shop = LocalShop.start();
        Connection connection = connect(shop, shop.manifest(folder))) {
      assertThat(ids(connection)).containsExactly(1L, 2L);
      shop.answer(
          """
          {"things": [{"id": 2, "changed": "2026-01-02"}, {"id": 3, "changed": "2026-01-03"}]}
          """);
      assertThat(ids(connection)).containsExactly(1L, 2L, 3L);
      assertThat(shop.requests()).containsExactly("since=2026-01-01", "since=2026-01-02");
    }
  }

  @Test
  void anEditCountsAtTheNextQuery() throws Exception {
    try (LocalShop shop = LocalShop.start();
        Connection connection = connect(shop, shop.manifest(folder))) {
      assertThat(ids(connection)).containsExactly(1L, 2L);
      edit("name: things", "name: articles", "path: /things", "path: /things?of=articles");
      assertThat(column(connection, "SELECT id FROM articles ORDER BY id"))
          .containsExactly("1", "2");
      assertThat(shop.requests()).last().asString().startsWith("of=articles");
      edit("properties: {id: {type: integer}", "properties: {id: {type: string}");
      assertThat(column(connection, "SELECT typeof(id) FROM articles LIMIT 1"))
          .containsExactly("VARCHAR");
    }
  }

  @Test
  void whatASourceWasAddedWithIsReadAgainToo() throws Exception {
    try (LocalShop shop = LocalShop.start();
        Connection connection = connect(shop, shop.manifest(folder))) {
      column(
          connection,
          "CALL airbyte.add_source('mine', manifest => '%s', config => '%s')"
              .formatted(folder.resolve("shop.yaml"), shop.config()));
      assertThat(column(connection, "SELECT id FROM mine.things ORDER BY id"))
          .containsExactly("1", "2");
      edit("name: things", "name: articles");
      assertThat(column(connection, "SELECT id FROM mine.articles ORDER BY id"))
          .containsExactly("1", "2");
    }
  }

  @Test
  void aBrokenEditIsToldWithItsPlaceUntilItIsMended() throws Exception {
    try (LocalShop shop = LocalShop.start();
        Connection connection = connect(shop, shop.manifest(folder))) {
      assertThat(ids(connection)).containsExactly(1L, 2L);
      edit("path: /things", "paths: /things", "url_base:", "url_bases:");
      for (int again = 0; again < 2; again++) {
        assertThatThrownBy(() -> ids(connection))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("source-shop: streams[0].retriever.requester");
      }
      edit("paths: /things", "path: /things", "url_bases:", "url_base:");
      assertThat(ids(connection)).containsExactly(1L, 2L);
    }
  }

  @Test
  void whatWasReadIsAnsweredWithAWarningWhileAnEditIsBroken() throws Exception {
    try (LocalShop shop = LocalShop.start()) {
      Path manifest = shop.manifest(folder);
      Properties rarely = properties(shop, manifest);
      rarely.setProperty("refresh", "auto");
      try (Connection open = DriverManager.getConnection("jdbc:airbyte:source-shop", rarely)) {
        assertThat(ids(open)).containsExactly(1L, 2L);
        Files.writeString(manifest, "streams: [");
        try (Connection opened = DriverManager.getConnection("jdbc:airbyte:source-shop", rarely)) {
          for (Connection connection : List.of(open, opened)) {
            assertThat(warningOf(connection)).contains("source-shop: The manifest is no YAML");
            assertThat(ids(connection)).containsExactly(1L, 2L);
            assertThat(isWarnedOf(connection, "SHOW TABLES")).isTrue();
            assertThat(isWarnedOf(connection, "SELECT 1")).isFalse();
          }
        }
      }
      rarely.setProperty("config.more", "1");
      assertThatThrownBy(() -> DriverManager.getConnection("jdbc:airbyte:source-shop", rarely))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("source-shop: The manifest is no YAML");
    }
  }

  private static boolean isWarnedOf(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeQuery(query);
      return statement.getWarnings() != null;
    }
  }

  private static String warningOf(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeQuery("SELECT id FROM things");
      return statement.getWarnings().getMessage();
    }
  }

  @Test
  void aManifestThatIsMissingIsToldOf() throws IOException {
    try (LocalShop shop = LocalShop.start()) {
      assertThatThrownBy(() -> connect(shop, folder.resolve("none.yaml")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("source-shop: its manifest cannot be read")
          .hasMessageContaining("none.yaml does not exist");
    }
  }

  @Test
  void aConnectorThatTheRegistryListsAsAManifestIsFetchedOnce() throws Exception {
    String url;
    String name;
    try (LocalShop shop = LocalShop.start()) {
      name = shop.connector();
      url =
          "jdbc:airbyte:%s?refresh=always&registry=%s&config=%s&cache=duckdb:%s"
              .formatted(name, shop.registry(), shop.config(), folder.resolve("shop.duckdb"));
      try (Connection connection = DriverManager.getConnection(url)) {
        assertThat(ids(connection)).containsExactly(1L, 2L);
        assertThat(told(connection))
            .containsExactly(
                name + ": its manifest, inside the JVM",
                name + ": executable: no program " + name + " is on the PATH");
      }
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(told(connection)).contains(name + ": its manifest, inside the JVM");
    }
  }

  @Test
  void aManifestWithAPartInPythonIsRefusedBeforeItRuns() throws IOException {
    try (LocalShop shop = LocalShop.start()) {
      assertThatThrownBy(() -> connect(shop, shop.manifestWithOwnExtractor(folder)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("source-shop needs Python")
          .hasMessageContaining("CustomRecordExtractor source_declarative_manifest.components.Mine")
          .hasMessageContaining("components=FILE");
    }
  }

  private static List<String> told(Connection connection) throws SQLException {
    List<String> told = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN SELECT id FROM things")) {
      while (rows.next()) {
        if (rows.getString("kind").equals("connector")) {
          told.add(rows.getString("line"));
        }
      }
    }
    return told;
  }

  private Connection connect(LocalShop shop, Path manifest) throws SQLException {
    return DriverManager.getConnection("jdbc:airbyte:source-shop", properties(shop, manifest));
  }

  private Properties properties(LocalShop shop, Path manifest) {
    Properties properties = new Properties();
    properties.setProperty("manifest", manifest.toString());
    properties.setProperty("config", shop.config());
    properties.setProperty("refresh", "always");
    properties.setProperty("cache", "duckdb:" + folder.resolve("shop.duckdb"));
    return properties;
  }

  /** Each pair replaces its first by its second. */
  private void edit(String... pairs) throws IOException {
    Path manifest = folder.resolve("shop.yaml");
    String text = Files.readString(manifest);
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(text).contains(pairs[i]);
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    Files.writeString(manifest, text);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  private static List<Long> ids(Connection connection) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM things ORDER BY id")) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }
}
