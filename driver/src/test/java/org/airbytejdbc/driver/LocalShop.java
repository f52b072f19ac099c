package org.airbytejdbc.driver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API on this machine, and the manifest that reads its things by the day they changed. */
public final class LocalShop implements AutoCloseable {
  private static final String REGISTRY =
      """
      {"sources": [
         {"name": "Shop", "sourceDefinitionId": "s", "dockerImageTag": "1.2.3",
          "dockerRepository": "airbyte/%s", "language": "manifest-only"}]}
      """;

  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [things]}
      streams:
        - type: DeclarativeStream
          name: things
          primary_key: id
          retriever:
            type: SimpleRetriever
            requester:
              type: HttpRequester
              url_base: "{{ config['url'] }}"
              path: /things
              http_method: GET
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: [things]}
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: changed
            datetime_format: "%Y-%m-%d"
            start_datetime: "2026-01-01"
            start_time_option: {type: RequestOption, inject_into: request_parameter, field_name: since}
          schema_loader:
            type: InlineSchemaLoader
            schema:
              type: object
              properties: {id: {type: integer}, changed: {type: string, format: date}}
      spec:
        type: Spec
        connection_specification:
          type: object
          required: [url]
          properties: {url: {type: string}}
      """;

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer =
      """
      {"things": [{"id": 1, "changed": "2026-01-01"}, {"id": 2, "changed": "2026-01-02"}]}
      """;

  private LocalShop(HttpServer server) {
    this.server = server;
  }

  public static LocalShop start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LocalShop shop = new LocalShop(HttpServer.create(address, 0));
    shop.server.createContext(
        "/things",
        exchange -> {
          shop.requests.add(exchange.getRequestURI().getQuery());
          byte[] body = shop.answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(shop.status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    shop.serve("/files/registries/v0/oss_registry.json", REGISTRY.formatted(shop.connector()));
    shop.serve("/files/metadata/airbyte/" + shop.connector() + "/1.2.3/manifest.yaml", MANIFEST);
    shop.server.start();
    return shop;
  }

  /** From now on it answers so. */
  public void answer(String json) {
    answer = json;
  }

  /** From now on it answers with that status. */
  public void answer(int statusCode) {
    status = statusCode;
  }

  /** The queries that came, in their order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public String config() {
    return "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "\"}";
  }

  /** What its registry calls it: a name that no other run of a test has. */
  public String connector() {
    return "source-shop-" + server.getAddress().getPort();
  }

  /** The address of a registry that lists the shop, and lies beside its manifest. */
  public String registry() {
    int port = server.getAddress().getPort();
    return "http://127.0.0.1:" + port + "/files/registries/v0/oss_registry.json";
  }

  public Path manifest(Path folder) throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), MANIFEST);
  }

  /** The same manifest, which leaves it to code of its own to take the things out of an answer. */
  public Path manifestWithOwnExtractor(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("custom.yaml"),
        MANIFEST.replace(
            "{type: DpathExtractor, field_path: [things]}",
            "{type: CustomRecordExtractor, class_name: source_declarative_manifest.components.Mine}"));
  }

  private void serve(String path, String document) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = document.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
