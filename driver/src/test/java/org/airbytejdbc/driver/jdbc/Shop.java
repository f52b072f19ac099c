package org.airbytejdbc.driver.jdbc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.driver.ConnectionFactory;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.testing.ScriptedConnector;

/** A source called {@code shop} with a few streams, and connections to it. */
final class Shop {
  private static final String TEN_USERS =
      """
      {"records": {"stream": "users", "count": 10, "state_every": 5,
        "template": {"id": "$i", "name": "user $i", "score": 1.5}}}
      """;
  private static final String THREE_ORDERS =
      """
      {"records": {"stream": "orders", "count": 3, "state_every": 1,
        "template": {"id": "$i", "user_id": "$i", "at": "2020-11-01T05:30:00.123456Z",
          "local": "2020-03-08T02:30:05", "day": "2020-01-02", "tags": ["a", "b"]}}}
      """;

  private final Path folder;
  private final ConnectionFactory connections = new ConnectionFactory();
  private final ScriptedConnector connector;

  Shop(Path folder) {
    this.folder = folder;
    connector =
        new ScriptedConnector(folder, "source-shop")
            .stream(
                    "users",
                    """
                {"id": {"type": "integer"}, "name": {"type": "string", "description": "Full name"},
                 "score": {"type": "number"}}
                """)
                .stream(
                    "orders",
                    """
                {"id": {"type": "integer"}, "user_id": {"type": "integer"},
                 "at": {"type": "string", "format": "date-time",
                   "airbyte_type": "timestamp_with_timezone"},
                 "local": {"type": "string", "format": "date-time",
                   "airbyte_type": "timestamp_without_timezone"},
                 "day": {"type": "string", "format": "date"}, "tags": {"type": "array"}}
                """)
                .read(TEN_USERS, THREE_ORDERS);
    connector.write();
  }

  /** The program behind it, to be given other scenes. */
  ScriptedConnector connector() {
    return connector;
  }

  /** The streams that were asked for in each read so far. */
  List<List<String>> reads() {
    return connector.calls("read").stream().map(ScriptedConnector.Call::streams).toList();
  }

  /** A connection to it; each property as {@code name=value}. */
  Connection connect(String... properties) throws SQLException {
    StringBuilder url =
        new StringBuilder("jdbc:airbyte:source-shop?config={}&executable=")
            .append(encoded(connector.executable().toString()))
            .append("&cache=")
            .append(encoded("duckdb:" + folder.resolve("shop.duckdb")));
    for (String property : properties) {
      url.append('&').append(property);
    }
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    return connections.open(
        ConnectionSettings.of(
            ConnectionUrl.parse(url.toString()).orElseThrow(), new Properties(), home),
        home,
        ConnectorListener.SILENT,
        SyncListener.SILENT);
  }

  /** The rows of a query, each with its values joined by {@code |}. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows(rows);
    }
  }

  static List<String> rows(ResultSet rows) throws SQLException {
    List<String> all = new ArrayList<>();
    while (rows.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        values.add(String.valueOf(rows.getString(i)));
      }
      all.add(String.join("|", values));
    }
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
