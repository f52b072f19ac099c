package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Properties;
import org.airbytejdbc.calcite.AirbyteSchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same streams through plain Calcite. */
@Timeout(120)
class CalciteModelTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void aQueryReadsJustTheStreamsThatItNames() throws SQLException {
    try (Connection calcite = connect(url())) {
      assertThat(Shop.rows(calcite, "SELECT count(*) FROM users")).containsExactly("10");
      assertThat(shop.reads()).containsExactly(List.of("users"));
      assertThat(
              Shop.rows(
                  calcite,
                  "SELECT u.name, o.id FROM shop.users u JOIN orders o ON o.user_id = u.id"
                      + " WHERE u.name <> 'Zoë''s' ORDER BY o.id DESC LIMIT 2"))
          .containsExactly("user 2|2", "user 1|1");
      assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"));
    }
  }

  @Test
  void whatCalciteCanPushIsRunByTheDriver() throws SQLException {
    try (Connection calcite = connect(url())) {
      assertThat(
              Shop.rows(
                  calcite,
                  "EXPLAIN PLAN FOR SELECT name, count(*) FROM users WHERE id > 3 GROUP BY name"))
          .singleElement()
          .asString()
          .startsWith("JdbcToEnumerableConverter")
          .doesNotContain("EnumerableAggregate", "EnumerableFilter");
      assertThat(shop.reads()).isEmpty();
    }
  }

  @Test
  void typesAreThoseOfTheStreams() throws SQLException {
    try (Connection calcite = connect(url());
        Statement statement = calcite.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM orders WHERE id = 1")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong("user_id")).isEqualTo(1);
      assertThat(rows.getString("tags")).isEqualTo("[\"a\",\"b\"]");
      assertThat(rows.getString("day")).isEqualTo("2020-01-02");
      assertThat(rows.getString("local")).isEqualTo("2020-03-08 02:30:05.000");
      assertThat(((Timestamp) rows.getObject("at")).toInstant())
          .hasToString("2020-11-01T05:30:00.123456Z");
    }
  }

  @Test
  void aModelWithoutAUrlOfOursIsRefused() {
    assertThatThrownBy(() -> connect("jdbc:other:x")).hasStackTraceContaining("jdbc:airbyte:");
  }

  private String url() {
    return "jdbc:airbyte:source-shop?config={}&executable="
        + URLEncoder.encode(shop.connector().executable().toString(), StandardCharsets.UTF_8)
        + "&cache=memory";
  }

  private static Connection connect(String url) throws SQLException {
    ObjectNode model = JsonMapper.shared().createObjectNode();
    model.put("version", "1.0").put("defaultSchema", "shop");
    ObjectNode schema = model.putArray("schemas").addObject();
    schema.put("name", "shop").put("type", "custom");
    schema.put("factory", AirbyteSchemaFactory.class.getName());
    schema.putObject("operand").put("url", url);
    Properties properties = new Properties();
    properties.setProperty("model", "inline:" + model);
    properties.setProperty("unquotedCasing", "UNCHANGED");
    properties.setProperty("quotedCasing", "UNCHANGED");
    properties.setProperty("caseSensitive", "false");
    return DriverManager.getConnection("jdbc:calcite:", properties);
  }
}
