package org.airbytejdbc.connector.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Cancellation.Cause;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConnectorRegistryTest {
  private static final String REGISTRY =
      """
      {"destinations": [
         {"name": "Files", "destinationDefinitionId": "d-1", "dockerRepository":
           "airbyte/destination-files", "dockerImageTag": "1.0.0"}],
       "sources": [
         {"name": "Sample Data", "sourceDefinitionId": "S-1", "dockerImageTag": "7.2.1",
          "dockerRepository": "airbyte/source-faker", "language": "python",
          "documentationUrl": "https://docs.example/faker", "supportLevel": "community",
          "releaseStage": "beta", "spec": {"connectionSpecification": {}},
          "suggestedStreams": {"streams": ["users"]},
          "remoteRegistries": {"pypi": {"enabled": true, "packageName": "airbyte-source-faker"}}},
         {"name": "PokeAPI", "sourceDefinitionId": "s-2", "dockerImageTag": "0.3.0",
          "dockerRepository": "airbyte/source-pokeapi", "language": "manifest-only",
          "remoteRegistries": {"pypi": {"enabled": false, "packageName": "no"}}},
         {"name": "Not to be run"}]}
      """;

  private final List<String> tagsAskedFor = Collections.synchronizedList(new ArrayList<>());
  private final Cancellation nobody = Cancellation.none();
  private Clock clock = Clock.systemUTC();
  private HttpServer server;

  @TempDir private Path folder;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/registry.json", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tellsOfEveryConnectorThatCouldBeRun() {
    List<ConnectorEntry> connectors = registry().connectors(nobody);

    assertThat(connectors)
        .extracting(ConnectorEntry::name)
        .containsExactly("destination-files", "source-faker", "source-pokeapi");
    assertThat(connectors.get(1))
        .isEqualTo(
            new ConnectorEntry(
                "source-faker",
                "Sample Data",
                "S-1",
                Optional.of("python"),
                "airbyte/source-faker",
                "7.2.1",
                Optional.of("airbyte-source-faker"),
                Optional.of("https://docs.example/faker"),
                Optional.of("community"),
                Optional.of("beta"),
                List.of("users")));
    assertThat(connectors.get(2).manifestOnly()).isTrue();
    assertThat(connectors.get(2).pythonPackage()).isEmpty();
  }

  @Test
  void guessesWhatWasMeant() {
    assertThat(meant("source-fakir")).contains("source-faker");
    assertThat(meant("source-PokeApi")).contains("source-pokeapi");
    assertThat(meant("source-postgres")).isEmpty();
  }

  private Optional<String> meant(String name) {
    return ((Listing.Unlisted) registry().listing(name, nobody)).nearest();
  }

  @Test
  void asksOnceADayAndFetchesOnlyWhatIsNewer() {
    registry().connectors(nobody);
    registry().connectors(nobody);
    assertThat(tagsAskedFor).containsExactly("");

    clock = Clock.offset(clock, Duration.ofHours(25));
    assertThat(registry().connectors(nobody)).hasSize(3);
    registry().connectors(nobody);

    assertThat(tagsAskedFor).containsExactly("", "\"v1\"");
  }

  @Test
  void servesWhatItKeptWhenTheNetworkIsGone() {
    registry().connectors(nobody);
    server.stop(0);
    clock = Clock.offset(clock, Duration.ofDays(30));

    assertThat(registry().listing("source-faker", nobody)).isInstanceOf(Listing.Listed.class);
  }

  @Test
  void saysSoIfItNeverSawTheRegistry() {
    server.stop(0);
    ConnectorRegistry registry = registry();

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> registry.connectors(nobody))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REGISTRY_UNREACHABLE))
        .satisfies(e -> assertThat(e.guidance().orElseThrow()).contains("registry="))
        .withMessageContaining(address().toString());
    assertThat(registry.listing("source-fakir", nobody)).isInstanceOf(Listing.Unknown.class);
  }

  @Test
  void refusesWhatIsNoRegistry() throws IOException {
    Path file = Files.writeString(folder.resolve("not.json"), "<html>");

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> new ConnectorRegistry(file.toUri(), folder, clock).connectors(nobody))
        .withMessageContaining("no registry in Airbyte's format");
  }

  @Test
  void readsAFileAnewEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("own.json"), "{\"sources\": []}");
    assertThat(new ConnectorRegistry(file.toUri(), folder, clock).connectors(nobody)).isEmpty();

    Files.writeString(file, REGISTRY);

    assertThat(new ConnectorRegistry(file.toUri(), folder, clock).connectors(nobody)).hasSize(3);
  }

  @Test
  void anotherRegistryIsNotTakenForTheOneThatIsKept() throws IOException {
    registry().connectors(nobody);
    Path file = Files.writeString(folder.resolve("own.json"), "{\"sources\": []}");

    assertThat(new ConnectorRegistry(file.toUri(), folder, clock).connectors(nobody)).isEmpty();
  }

  @Test
  void aDownloadCanBeCancelled() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.createContext("/silent", exchange -> asked.countDown());
    ConnectorRegistry silent = new ConnectorRegistry(address().resolve("/silent"), folder, clock);
    Cancellation cancellation = Cancellation.none();
    Thread canceller =
        new Thread(
            () -> {
              try {
                asked.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              cancellation.cancel(Cause.CANCELLED);
            });
    canceller.start();

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> silent.connectors(cancellation))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
    canceller.join();
  }

  @Test
  @Timeout(30)
  void whileOneFetchesAnotherIsToldWhatIsKnownAndCanStopToWait() throws Exception {
    registry().connectors(nobody);
    CountDownLatch asked = new CountDownLatch(1);
    server.removeContext("/registry.json");
    server.createContext("/registry.json", exchange -> asked.countDown());
    clock = Clock.offset(clock, Duration.ofDays(2));
    ConnectorRegistry registry = registry();
    Cancellation cancellation = Cancellation.none();
    CompletableFuture<?> fetching =
        CompletableFuture.runAsync(() -> registry.connectors(cancellation));
    asked.await();

    assertThat(registry.known("source-faker")).isInstanceOf(Listing.Listed.class);

    Cancellation impatient = Cancellation.none();
    impatient.cancel(Cause.CANCELLED);
    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> registry.connectors(impatient));

    cancellation.cancel(Cause.CANCELLED);
    assertThatExceptionOfType(CompletionException.class).isThrownBy(fetching::join);
  }

  private ConnectorRegistry registry() {
    return new ConnectorRegistry(address(), folder, clock);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/registry.json");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String tag =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")).orElse("");
    tagsAskedFor.add(tag);
    exchange.getResponseHeaders().add("ETag", "\"v1\"");
    if (tag.equals("\"v1\"")) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      byte[] body = REGISTRY.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
