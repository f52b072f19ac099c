package org.airbytejdbc.driver.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a machine that reaches others by a proxy alone, which the environment names. */
@Timeout(120)
class BehindProxyTest {
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
            requester: {type: HttpRequester, url: "http://api.example/items"}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {id: {type: integer}}}
      spec: {type: Spec, connection_specification: {type: object, properties: {}}}
      """;

  private static final String LOGIN = "bWU6c2VjcmV0";

  /** What the proxy has from the hosts behind it. */
  private static final Map<String, String> HOSTS =
      Map.of(
          "manifests.example",
          MANIFEST,
          "api.example",
          "[{\"id\":7}]",
          "registry.example",
          "{\"sources\":[{\"name\":\"Shop\",\"sourceDefinitionId\":\"s\","
              + "\"dockerRepository\":\"airbyte/source-shop\",\"dockerImageTag\":\"1.0.0\"}]}");

  @TempDir private Path folder;

  @Test
  void aManifestAndItsApiAreReached() throws IOException {
    assertThat(
            saidBehindProxy(
                "jdbc:airbyte:source-items?manifest=http://manifests.example/m.yaml",
                "SELECT id FROM items"))
        .contains("|  7 |");
  }

  @Test
  void theRegistryIsReached() throws IOException {
    assertThat(
            saidBehindProxy(
                "jdbc:airbyte:?registry=http://registry.example/registry.json",
                "SELECT title FROM airbyte.connectors WHERE name = 'source-shop'"))
        .contains("| Shop  |");
  }

  @Test
  void aProxyIsShownTheLoginOfItsAddressForHttpsToo() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> head(proxy));
      List<String> said =
          said(
              "http://me:secret@127.0.0.1:" + proxy.getLocalPort(),
              "jdbc:airbyte:?registry=https://registry.example/registry.json",
              "SELECT * FROM airbyte.connectors");

      assertThat(asked.get())
          .contains("CONNECT registry.example:443 HTTP/1.1", "Proxy-Authorization: Basic " + LOGIN);
      assertThat(said).anyMatch(line -> line.contains("the proxy wants a user and password"));
      assertThat(String.join(" ", said)).doesNotContain("secret");
    }
  }

  /** What is asked first, which is refused. */
  private static List<String> head(ServerSocket proxy) {
    try (Socket asking = proxy.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(asking.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> head = new ArrayList<>();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        head.add(line);
      }
      asking
          .getOutputStream()
          .write(
              "HTTP/1.1 407 Not you\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aListWithoutWhatIsPublishedSaysWhy() throws IOException {
    assertThat(
            said(
                "http://127.0.0.1:1",
                "jdbc:airbyte:",
                "SELECT count(*) AS published FROM airbyte.connectors WHERE title IS NOT NULL"))
        .contains("|         0 |")
        .anyMatch(line -> line.startsWith("Warning: ") && line.contains("cannot be fetched"));
  }

  private List<String> saidBehindProxy(String url, String query) throws IOException {
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext("/", BehindProxyTest::answer);
    proxy.start();
    try {
      return said("http://127.0.0.1:" + proxy.getAddress().getPort(), url, query);
    } finally {
      proxy.stop(0);
    }
  }

  private List<String> said(String proxy, String url, String query) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add("-Dairbyte.home=" + folder.resolve("home"));
    words.addAll(List.of(AirbyteCommand.class.getName(), "query", url, query));
    ProcessBuilder process = new ProcessBuilder(words).redirectErrorStream(true);
    for (String name : List.of("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY")) {
      process.environment().put(name, proxy);
    }
    try (var said = process.start().inputReader(StandardCharsets.UTF_8)) {
      return said.lines().toList();
    }
  }

  /** Whoever asks a proxy for a plain address names its host. */
  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body =
        HOSTS
            .getOrDefault(String.valueOf(exchange.getRequestURI().getHost()), "")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
