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
  void aManifestThatIsMissingIsToldOf() throws IOException {
    try (LocalShop shop = LocalShop.start()) {
      assertThatThrownBy(() -> connect(shop, folder.resolve("none.yaml")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("source-shop: its manifest cannot be read")
          .hasMessageContaining("none.yaml");
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
      Path manifest = shop.manifest(folder);
      String custom =
          Files.readString(manifest)
              .replace(
                  "extractor: {type: DpathExtractor, field_path: [things]}",
                  "extractor: {type: CustomRecordExtractor, class_name: components.Mine}");
      Files.writeString(manifest, custom);

      assertThatThrownBy(() -> connect(shop, manifest))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("source-shop needs Python")
          .hasMessageContaining("CustomRecordExtractor components.Mine");
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
    Properties properties = new Properties();
    properties.setProperty("manifest", manifest.toString());
    properties.setProperty("config", shop.config());
    properties.setProperty("refresh", "always");
    properties.setProperty("cache", "duckdb:" + folder.resolve("shop.duckdb"));
    return DriverManager.getConnection("jdbc:airbyte:source-shop", properties);
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
