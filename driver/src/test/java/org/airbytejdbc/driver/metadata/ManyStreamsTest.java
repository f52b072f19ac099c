package org.airbytejdbc.driver.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.driver.ConnectionFactory;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A source of 500 streams with awkward names, each found by its own name and by no other. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyStreamsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> AWKWARD =
      List.of(
          "it's",
          "a\"b",
          "semi;colon",
          "-- comment",
          "../up",
          "%",
          "_",
          "100%_sure",
          "back\\slash",
          "select",
          "日本語",
          "emoji 🦆",
          "line\nbreak",
          "tab\there",
          "x".repeat(300),
          "Users",
          "USERS",
          "users",
          " padded ",
          "dot.dot",
          "\u202eright to left",
          "%s",
          "${HOME}",
          "NULL");
  private static final List<String> NAMES =
      IntStream.range(0, 500)
          .mapToObj(
              i -> i < AWKWARD.size() ? AWKWARD.get(i) : "stream_" + i + (i % 2 == 0 ? "x" : "_"))
          .toList();

  private ScriptedConnector connector;
  private HomeFolder home;
  private Connection connection;
  private DatabaseMetaData metadata;

  @BeforeAll
  void connect(@TempDir Path folder) throws SQLException {
    connector = new ScriptedConnector(folder, "source-many");
    for (String name : NAMES) {
      ObjectNode properties = JSON.createObjectNode();
      properties.putObject("id").put("type", "integer").put("description", "Key of " + name);
      for (int i = 0; i < 20; i++) {
        properties.putObject(i == 0 ? name : "Field " + i + "%_'").put("type", "string");
      }
      connector.stream(name, JSON.writeValueAsString(properties));
    }
    connector.write();
    home = new HomeFolder(folder.resolve("home"));
    open().close();
    assertThat(connector.calls("discover")).hasSize(1);
    connection = open();
    metadata = connection.getMetaData();
  }

  private Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("executable", connector.executable().toString());
    properties.setProperty("config", "{}");
    return new ConnectionFactory()
        .open(
            ConnectionSettings.of(
                ConnectionUrl.parse("jdbc:airbyte:source-many").orElseThrow(), properties, home),
            home,
            ConnectorListener.SILENT,
            SyncListener.SILENT);
  }

  /** The first connection asked for the streams; no other call of the connector was made. */
  @AfterAll
  void noConnectorWasStartedToBrowse() throws SQLException {
    connection.close();
    assertThat(connector.calls())
        .extracting(ScriptedConnector.Call::verb)
        .containsOnlyOnce("discover")
        .doesNotContain("read", "check");
  }

  private static List<String> values(ResultSet rows, String label) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(label));
      }
      return values;
    }
  }

  private static String escaped(String name) {
    return name.replaceAll("([\\\\%_])", "\\\\$1");
  }

  @Test
  void everyStreamIsATable() throws SQLException {
    assertThat(values(metadata.getTables(null, "many", "%", new String[] {"TABLE"}), "TABLE_NAME"))
        .hasSize(500)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyTableIsFoundByItsEscapedNameAlone() throws SQLException {
    for (String name : values(metadata.getTables(null, "many", "%", null), "TABLE_NAME")) {
      assertThat(values(metadata.getTables(null, "many", escaped(name), null), "TABLE_NAME"))
          .containsExactly(name);
      assertThat(values(metadata.getPrimaryKeys(null, "many", name), "COLUMN_NAME"))
          .hasSizeGreaterThan(0);
    }
  }

  @Test
  void theColumnsOfOneAreThoseThatTheListOfAllHas() throws SQLException {
    Map<String, List<String>> ofAll = new TreeMap<>();
    try (ResultSet rows = metadata.getColumns(null, "many", "%", "%")) {
      while (rows.next()) {
        ofAll
            .computeIfAbsent(rows.getString("TABLE_NAME"), table -> new ArrayList<>())
            .add(rows.getString("COLUMN_NAME"));
      }
    }
    assertThat(ofAll).hasSize(500);
    List<String> tables = List.copyOf(ofAll.keySet());
    for (int i = 0; i < tables.size(); i += 10) {
      String table = tables.get(i);
      assertThat(values(metadata.getColumns(null, "many", escaped(table), "%"), "COLUMN_NAME"))
          .isEqualTo(ofAll.get(table))
          .hasSizeGreaterThan(20);
    }
  }

  @Test
  void namesAndDescriptionsOfConnectorsAreTold() throws SQLException {
    assertThat(values(metadata.getTables(null, "many", "%", null), "REMARKS"))
        .contains("Stream emoji 🦆", "Stream a\"b");
    assertThat(values(metadata.getColumns(null, "many", "%", "id"), "REMARKS"))
        .contains("Key of it's", "Key of 日本語");
  }
}
