package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code CALL airbyte.trace} tells the author of a manifest, and what it keeps to itself. */
class ManifestTraceTest {
  private static final String TOKEN = "t0p/s3cret+key=4711";

  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [items]}
      streams:
        - type: DeclarativeStream
          name: items
          retriever:
            type: SimpleRetriever
            requester:
              type: HttpRequester
              url_base: "{{ config['url'] }}"
              path: /items
              request_parameters: {since: "{{ stream_interval.start_time }}"}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: [data]}
              record_filter: {type: RecordFilter, condition: "{{ record.id != 2 }}"}
            paginator:
              type: DefaultPaginator
              page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
              pagination_strategy:
                type: CursorPagination
                cursor_value: "{{ response.next }}"
                stop_condition: "{{ not response.next }}"
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: day
            datetime_format: "%Y-%m-%d"
            start_datetime: "2026-01-01"
            end_datetime: "2026-01-04"
            step: P2D
            cursor_granularity: P1D
          transformations:
            - type: AddFields
              fields: [{path: [double], value: "{{ record.id * 2 }}"}]
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {id: {type: integer}, day: {type: string}}}
        - type: DeclarativeStream
          name: guarded
          retriever:
            type: SimpleRetriever
            requester:
              type: HttpRequester
              url_base: "{{ config['url'] }}"
              path: /echo/{{ config['key'] | urlencode }}
              http_method: POST
              request_parameters: {k: "{{ config['key'] }}"}
              request_headers:
                X-Basic: "Basic {{ ('me:' ~ config['key']) | base64encode }}"
              request_body_json: {inner: {k: "{{ config['key'] }}"}}
              authenticator:
                type: OAuthAuthenticator
                token_refresh_endpoint: "{{ config['url'] }}/token"
                client_id: me
                client_secret: "{{ config['key'] }}"
                refresh_token: "{{ config['again'] }}"
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {}}
        - type: DeclarativeStream
          name: refused
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url_base: "{{ config['url'] }}", path: /moved}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {}}
      spec:
        type: Spec
        connection_specification:
          type: object
          properties: {url: {type: string}, key: {type: string, airbyte_secret: true},
                       again: {type: string, airbyte_secret: true}}
      """;

  @TempDir private Path folder;
  private HttpServer server;
  private Connection connection;
  private final List<String> sent = new ArrayList<>();

  @BeforeEach
  void open() throws IOException, SQLException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/items", this::items);
    server.createContext("/echo", this::echo);
    server.createContext(
        "/token",
        exchange ->
            answer(
                exchange,
                200,
                "{\"access_token\": \"access-1\", \"id\": {\"t\": \"a-token-of-20-signs!\"}}"));
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/refused?signature=signed-by-the-api");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/refused", exchange -> answer(exchange, 403, "{\"message\": \"not on Sundays\"}"));
    server.start();
    Properties properties = new Properties();
    properties.setProperty(
        "manifest", Files.writeString(folder.resolve("api.yaml"), MANIFEST).toString());
    properties.setProperty(
        "config",
        "{\"url\": \"http://127.0.0.1:%d\", \"key\": \"%s\", \"again\": \"refresh-me\"}"
            .formatted(server.getAddress().getPort(), TOKEN));
    properties.setProperty("cache", "duckdb:" + folder.resolve("cache.duckdb"));
    connection = DriverManager.getConnection("jdbc:airbyte:source-my-api", properties);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    server.stop(0);
  }

  @Test
  void aSliceIsToldStepByStep() throws SQLException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThat(rows("trace('my_api.items')", "kind", "text", "value", "status"))
        .containsSubsequence(
            "slice|{\"start_time\":\"2026-01-01\",\"end_time\":\"2026-01-02\"}|null|null",
            "expression|{{ stream_interval.start_time }}|'2026-01-01'|null",
            "request|GET " + url + "/items?since=2026-01-01|null|null",
            "extracted|{\"id\":1,\"day\":\"2026-01-01\"}|null|null",
            "expression|{{ record.id != 2 }}|True|null",
            "expression|{{ record.id * 2 }}|2|null",
            "record|{\"id\":1,\"day\":\"2026-01-01\",\"double\":2}|null|null",
            "extracted|{\"id\":2,\"day\":\"2026-01-02\"}|null|null",
            "expression|{{ record.id != 2 }}|False|null",
            "dropped||null|null",
            "expression|{{ not response.next }}|False|null",
            "expression|{{ response.next }}|'more'|null",
            "request|GET " + url + "/items?since=2026-01-01&page=more|null|null",
            "record|{\"id\":3,\"day\":\"2026-01-02\",\"double\":6}|null|null",
            "expression|{{ not response.next }}|True|null",
            "state|{\"day\":\"2026-01-02\"}|null|null");
  }

  @Test
  void aResponseIsShownWithItsStatusHeadersAndTime() throws SQLException {
    assertThat(rows("trace('items', pages => 1)", "kind", "path", "status", "headers", "value"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("response|streams[0].retriever.requester|200|{")
                    .contains("\"content-type\":\"application/json\"")
                    .endsWith("{\"id\": 2, \"day\": \"2026-01-02\"}]}"));
    assertThat(rows("trace('items', pages => 1)", "kind", "text"))
        .endsWith("left_out|more pages than 1");
    assertThat(rows("trace('items')", "millis")).anyMatch(millis -> !millis.equals("null"));
  }

  @Test
  void eachExpressionHasItsPlaceInTheManifest() throws SQLException {
    assertThat(rows("trace('items')", "path", "text"))
        .contains(
            "streams[0].retriever.requester.url_base|{{ config['url'] }}",
            "streams[0].retriever.requester.request_parameters.since"
                + "|{{ stream_interval.start_time }}",
            "streams[0].retriever.record_selector.record_filter.condition|{{ record.id != 2 }}",
            "streams[0].transformations[0].fields[0].value|{{ record.id * 2 }}",
            "streams[0].retriever.paginator.pagination_strategy.cursor_value|{{ response.next }}");
  }

  @Test
  void anotherSliceAndAStateCanBeAskedFor() throws SQLException {
    assertThat(rows("trace('items', slice => 2)", "kind", "text"))
        .startsWith("slice|{\"start_time\":\"2026-01-03\",\"end_time\":\"2026-01-04\"}");
    assertThat(rows("trace('items', state => '{\"day\": \"2026-01-04\"}')", "kind", "text"))
        .startsWith("slice|{\"start_time\":\"2026-01-04\",\"end_time\":\"2026-01-04\"}");
    assertThat(rows("trace('items', slice => 9)", "kind", "text"))
        .endsWith("error|The stream has no slice number 9");
    assertThat(rows("trace('items', state => '[]')", "kind", "text"))
        .endsWith("error|The state is no JSON object");
  }

  @Test
  void recordsAreShownUpToANumber() throws SQLException {
    List<String> rows = rows("trace('items', records => 1)", "kind", "text");
    assertThat(rows).filteredOn(row -> row.startsWith("extracted")).hasSize(1);
    assertThat(rows)
        .filteredOn(row -> row.startsWith("request"))
        .as("all pages are read")
        .hasSize(2);
    assertThat(rows).last().asString().startsWith("left_out|").endsWith(" more steps");
  }

  @Test
  void whatTheApiRefusesIsAStepAndNoExceptionAndARedirectsQueryIsNotShown() throws SQLException {
    assertThat(rows("trace('refused')", "kind", "text", "status", "value"))
        .containsSubsequence(
            "response|29 bytes from http://127.0.0.1:%d/refused|403|{\"message\": \"not on Sundays\"}"
                .formatted(server.getAddress().getPort()))
        .noneMatch(row -> row.contains("signed-by-the-api"))
        .last()
        .asString()
        .startsWith("error|")
        .contains("not on Sundays");
  }

  @Test
  void noSecretIsShownWhereverItWent() throws SQLException {
    String all = String.join("\n", rows("trace('guarded')", "path", "text", "value", "headers"));
    String basic = base64("me:" + TOKEN);
    assertThat(String.join("\n", sent)).contains(TOKEN, basic, "Bearer access-1");
    assertThat(all)
        .contains("/echo/***", "?k=***", "\"k\":\"***\"", "{{ config['key'] }}")
        .contains("\"Authorization\":\"***\"")
        .contains("{\"access_token\":\"***\",\"id\":{\"t\":\"***\"}}", "client_secret=***")
        .doesNotContain(
            TOKEN,
            URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
            TOKEN.replace("/", "%2F"),
            TOKEN.replace("+", "%2B"),
            basic,
            "access-1",
            "refresh-me",
            "a-token-of-20-signs!");
  }

  @Test
  void whatIsNoStreamOfAManifestIsRefused() throws SQLException {
    assertThat(failure("trace('nothing')").getSQLState()).isEqualTo("42P01");
    assertThat(failure("trace('items', slice => 0)").getMessage()).contains("counts from 1");
    ScriptedConnector shop =
        new ScriptedConnector(folder, "source-shop")
            .stream("users", "{\"id\": {\"type\": \"integer\"}}");
    shop.write();
    rows("add_source('shop', 'source-shop', executable => '" + shop.executable() + "')", "source");
    assertThat((Throwable) failure("trace('shop.users')"))
        .hasMessageContaining("source-shop is no manifest that runs in this JVM")
        .hasFieldOrPropertyWithValue("SQLState", "22023");
  }

  private SQLException failure(String call) {
    return catchThrowableOfType(SQLException.class, () -> rows(call, "kind"));
  }

  private List<String> rows(String call, String... columns) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("CALL airbyte." + call)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  private void items(HttpExchange exchange) throws IOException {
    boolean second = exchange.getRequestURI().getQuery().contains("page=more");
    answer(
        exchange,
        200,
        second
            ? "{\"data\": [{\"id\": 3, \"day\": \"2026-01-02\"}]}"
            : """
            {"next": "more", "data": [{"id": 1, "day": "2026-01-01"}, {"id": 2, "day": "2026-01-02"}]}"""
                .strip());
  }

  /** Gives back all that it was sent. */
  private void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String basic = exchange.getRequestHeaders().getFirst("X-Basic");
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    sent.addAll(List.of(body, basic, bearer));
    exchange.getResponseHeaders().add("X-Echo", TOKEN);
    String address = exchange.getRequestURI().toString();
    answer(
        exchange,
        200,
        "[{\"address\": \"%s\", \"body\": %s, \"basic\": \"%s\", \"bearer\": \"%s\"}]"
            .formatted(address, body, basic, bearer));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
