package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.testing.ScriptedConnector;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A source called {@code shop} that gets whatever can go wrong, as an application sees it: by its
 * URL. Closing it checks that nothing is left of what it was used for.
 */
final class BadShop implements AutoCloseable {
  static final String SECRET = "hush-hush-4711";

  /** The rows 0 to 9 of the stream {@code events}, which has no key: a row read twice is seen. */
  static final String TEN_EVENTS = events(10);

  private static final String HOME = "airbyte.home";

  private final Path folder;
  private final ScriptedConnector connector;

  BadShop(Path folder) {
    this.folder = folder;
    connector =
        new ScriptedConnector(folder, "source-shop")
                .spec(
                    """
                {"type": "object", "required": ["password"], "properties": {
                  "password": {"type": "string", "airbyte_secret": true},
                  "port": {"type": "integer", "maximum": 65535},
                  "mode": {"type": "string", "enum": ["live", "test"]}}}
                """)
                .stream(
                    "events", "{\"n\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}")
                .read(TEN_EVENTS);
    connector.write();
    System.setProperty(HOME, folder.resolve("home").toString());
  }

  /** A step that gives events up to that number, with a state at every fifth. */
  static String events(int count) {
    return """
        {"records": {"stream": "events", "count": %d, "state_every": 5,
          "template": {"n": "$i", "text": "event $i"}}}"""
        .formatted(count);
  }

  ScriptedConnector connector() {
    return connector;
  }

  Path cacheFile() {
    return folder.resolve("cache/kept.duckdb");
  }

  /** Its URL with a good config; each property as {@code name=value}, encoded. */
  String url(String... properties) {
    return bareUrl("config=" + encoded("{\"password\": \"" + SECRET + "\"}"), properties);
  }

  /** Its URL with that config. */
  String bareUrl(String config, String... properties) {
    StringBuilder url = new StringBuilder("jdbc:airbyte:source-shop?").append(config);
    url.append("&executable=").append(encoded(connector.executable().toString()));
    if (Stream.of(properties).noneMatch(property -> property.startsWith("cache="))) {
      url.append("&cache=").append(encoded("duckdb:" + cacheFile()));
    }
    for (String property : properties) {
      url.append('&').append(property);
    }
    return url.toString();
  }

  Connection connect(String... properties) throws SQLException {
    return DriverManager.getConnection(url(properties));
  }

  /** The rows of a query on a connection of its own, each as its values with {@code |} between. */
  List<String> rows(String sql, String... properties) throws SQLException {
    try (Connection connection = connect(properties)) {
      return rows(connection, sql);
    }
  }

  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  /** All events that a query sees, as their numbers. */
  List<String> events(String... properties) throws SQLException {
    return rows("SELECT n FROM events WHERE text = 'event ' || n ORDER BY n", properties);
  }

  static List<String> numbersTo(int count) {
    return Stream.iterate(0, n -> n + 1).limit(count).map(String::valueOf).toList();
  }

  /**
   * The failure of a call: of that state and its class, with a message that says all these words,
   * and with the secret nowhere.
   */
  static SQLException failure(SqlState state, ThrowingCallable call, String... words) {
    SQLException failure = catchThrowableOfType(SQLException.class, call);
    assertThat((Throwable) failure).isNotNull();
    assertThat((Throwable) failure)
        .hasMessageContainingAll(words)
        .hasMessageContaining("(docs/errors.md#" + state.anchor() + ")")
        .hasSameClassAs(state.exception("", ""));
    assertThat(failure.getSQLState()).isEqualTo(state.code());
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET);
    return failure;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Checks that no process and no file but the cache's own outlived their use. */
  @Override
  public void close() throws IOException {
    System.clearProperty(HOME);
    assertThat(connector.calls())
        .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
    String own = "airbyte-jdbc-" + ProcessHandle.current().pid();
    assertThat(names(Path.of(System.getProperty("java.io.tmpdir"))))
        .noneMatch(name -> name.startsWith(own));
    String cache = cacheFile().getFileName().toString();
    assertThat(names(cacheFile().getParent())).isSubsetOf(cache, cache + ".locks");
    assertThat(names(folder.resolve("home/connectors/specs"))).allMatch(n -> n.endsWith(".json"));
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
