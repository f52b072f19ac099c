package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that can be used once only outlives the connection that renewed it. */
class RenewedTokenTest {
  private static final String HOME = "airbyte.home";
  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [things]}
      streams:
        - type: DeclarativeStream
          name: things
          retriever:
            type: SimpleRetriever
            requester:
              type: HttpRequester
              url_base: "{{ config['url'] }}"
              path: /things
              authenticator:
                type: OAuthAuthenticator
                token_refresh_endpoint: "{{ config['url'] }}/token"
                client_id: me
                client_secret: s
                refresh_token_updater: {}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {id: {type: integer}}}
      spec: {type: Spec, connection_specification: {type: object, properties: {}}}
      """;

  private final List<String> renewals = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @TempDir private Path folder;

  @BeforeEach
  void serve() throws IOException {
    System.setProperty(HOME, folder.resolve("home").toString());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::renew);
    server.createContext("/things", exchange -> answer(exchange, "[{\"id\": 1}]"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    System.clearProperty(HOME);
  }

  @Test
  void theNextConnectionGoesOnWithTheTokenThatTheLastOneGot() throws Exception {
    count();
    count();
    assertThat(renewals).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
    assertThat(renewals.get(0)).isEqualTo("token0");
  }

  private void count() throws SQLException, IOException {
    Properties properties = new Properties();
    properties.setProperty(
        "manifest", Files.writeString(folder.resolve("shop.yaml"), MANIFEST).toString());
    properties.setProperty(
        "config",
        """
        {"url": "http://127.0.0.1:%d", "credentials": {"client_id": "me", "client_secret": "s",
          "refresh_token": "token0", "access_token": "", "token_expiry_date": ""}}
        """
            .formatted(server.getAddress().getPort()));
    properties.setProperty("refresh", "always");
    properties.setProperty("cache", "duckdb:" + folder.resolve("shop.duckdb"));
    try (Connection connection =
            DriverManager.getConnection("jdbc:airbyte:source-shop", properties);
        ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM things")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(1);
    }
  }

  /** Each token is good for one renewal; the access token is too old at once. */
  private void renew(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    renewals.add(body.replaceFirst(".*refresh_token=(token\\d+).*", "$1"));
    answer(
        exchange,
        "{\"access_token\": \"a\", \"expires_in\": 0, \"refresh_token\": \"token%d\"}"
            .formatted(renewals.size()));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
