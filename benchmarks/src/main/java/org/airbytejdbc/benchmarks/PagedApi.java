package org.airbytejdbc.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An API that answers with ready bytes: {@code /items/N?page=P} has N pages of 1,000 records,
 * {@code /page} one of 100, {@code /slices/…} one of 10 after a delay.
 */
final class PagedApi implements AutoCloseable {
  private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.UTF_8);
  private static final int PAGE = 1_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] items = records(PAGE);
  private final byte[] page = records(100);
  private final byte[] slice = records(10);
  private volatile long delayMillis;

  PagedApi() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private static byte[] records(int count) {
    return IntStream.range(0, count)
        .mapToObj(PagedApi::record)
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String record(int id) {
    return ("{\"id\":%d,\"name\":\"Customer %d\",\"email\":\"customer%d@example.com\",\"score\":%d.25,"
            + "\"active\":%b,\"created_at\":\"2026-01-%02dT08:15:00Z\",\"tags\":[\"red\",\"green\"],"
            + "\"address\":{\"street\":\"%d Main Street\",\"city\":\"Springfield\",\"zip\":\"%05d\"}}")
        .formatted(id, id, id, id % 100, id % 2 == 0, id % 28 + 1, id, id);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How long each slice takes from now on. */
  void delay(long millis) {
    delayMillis = millis;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange.getRequestURI().getPath(), exchange.getRequestURI().getQuery());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private byte[] body(String path, String query) {
    if (path.startsWith("/items/")) {
      int pages = Integer.parseInt(path.substring("/items/".length()));
      return Integer.parseInt(query.replaceAll("\\D", "")) < pages ? items : NOTHING;
    }
    if (path.equals("/page")) {
      return page;
    }
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return slice;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
