package org.airbytejdbc.declarative;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;

/** Runs command lines that come over a local socket, so that a JVM need not start for each. */
final class ManifestServer implements AutoCloseable {
  private final ServerSocket socket;

  private ManifestServer(ServerSocket socket) {
    this.socket = socket;
  }

  static ManifestServer start(int port) throws IOException {
    var server = new ManifestServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    daemon(server::serve);
    return server;
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "manifest-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        daemon(() -> answer(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answer(Socket connection) {
    try (connection;
        var in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintStream(connection.getOutputStream(), false, StandardCharsets.UTF_8)) {
      Map<String, @Nullable Object> call = Json.readObject(in.readLine());
      String[] arguments =
          ((List<?>) call.get("arguments")).stream().map(String::valueOf).toArray(String[]::new);
      var program = new ManifestProgram(out, Map.of("MOCK_NOW", String.valueOf(call.get("now"))));
      out.print("\n" + program.run(arguments));
    } catch (IOException e) {
      return; // The caller has gone: it says so itself.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Serves until it is killed: {@code ManifestServer PORT}. */
  public static void main(String[] arguments) throws Exception {
    start(Integer.parseInt(arguments[0]));
    Thread.currentThread().join();
  }
}
