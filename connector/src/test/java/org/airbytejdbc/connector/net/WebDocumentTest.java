package org.airbytejdbc.connector.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebDocumentTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/ten",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write(new byte[10]);
          exchange.close();
        });
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write(new byte[5]);
          exchange.getResponseBody().flush();
          begun.countDown();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void givesTheWholeAnswer() throws IOException {
    assertThat(WebDocument.fetch(get("/ten"), PATIENCE, 10, Cancellation.none()).body())
        .hasSize(10);
  }

  @Test
  void anAnswerThatIsTooLongIsNotTakenIn() {
    assertThatThrownBy(() -> WebDocument.fetch(get("/ten"), PATIENCE, 9, Cancellation.none()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 9 bytes");
  }

  @Test
  void anAnswerThatStopsHalfwayIsNotWaitedForLongerThanSaid() {
    assertThatThrownBy(
            () -> WebDocument.fetch(get("/half"), Duration.ofMillis(300), 10, Cancellation.none()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("takes longer");
  }

  @Test
  void cancellingEndsAnAnswerThatStoppedHalfway() throws Exception {
    Cancellation cancellation = Cancellation.none();
    threads.execute(
        () -> {
          try {
            begun.await();
            cancellation.cancel(Cancellation.Cause.CANCELLED);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertThatThrownBy(() -> WebDocument.fetch(get("/half"), PATIENCE, 10, cancellation))
        .isInstanceOf(ConnectorException.class);
  }

  private HttpRequest get(String path) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    return HttpRequest.newBuilder(URI.create(address)).build();
  }
}
