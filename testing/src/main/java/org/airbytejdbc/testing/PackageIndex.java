package org.airbytejdbc.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An index of Python packages on this machine, as pip and uv ask one. Thread-safe. */
public final class PackageIndex implements AutoCloseable {
  private final List<ConnectorWheel> wheels = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private PackageIndex(HttpServer server) {
    this.server = server;
  }

  /** An empty one. */
  public static PackageIndex start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      PackageIndex index = new PackageIndex(server);
      server.createContext("/", index::answer);
      server.start();
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a package; one of the same name and version is replaced. */
  public PackageIndex publish(ConnectorWheel wheel) {
    wheels.removeIf(other -> other.fileName().equals(wheel.fileName()));
    wheels.add(wheel);
    return this;
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple";
  }

  /** The variables of this process, but this is the only index. */
  public Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.keySet().removeIf(name -> name.matches("PIP_(EXTRA_INDEX_URL|FIND_LINKS)|UV_.*"));
    variables.put("PIP_INDEX_URL", address());
    variables.put("UV_DEFAULT_INDEX", address());
    return variables;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = body(path.substring(path.replaceFirst("/$", "").lastIndexOf('/') + 1));
      exchange
          .getResponseHeaders()
          .add("Content-Type", path.endsWith("/") ? "text/html" : "application/octet-stream");
      boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, silent ? -1 : body.length);
      if (!silent) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** A page of links for a package, or a file; nothing for what there is none of. */
  private byte[] body(String name) {
    return name.endsWith("/")
        ? page(name.replace("/", "")).getBytes(StandardCharsets.UTF_8)
        : wheels.stream()
            .filter(wheel -> wheel.fileName().equals(name))
            .findFirst()
            .map(ConnectorWheel::bytes)
            .orElse(new byte[0]);
  }

  private String page(String name) {
    return wheels.stream()
        .filter(wheel -> wheel.name().equals(name))
        .map(
            wheel ->
                "<a href=\"/files/%1$s#sha256=%2$s\">%1$s</a>"
                    .formatted(wheel.fileName(), hash(wheel.bytes())))
        .collect(Collectors.joining("\n"));
  }

  /** The SHA-256 of bytes, in hexadecimal digits. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
