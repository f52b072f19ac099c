package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A statement that waits for the installation of a connector, from an index that never answers. */
@Timeout(120)
class CancelledInstallTest {
  private static final String ADDS_FAKER = "CALL airbyte.add_source('faker', 'source-faker')";

  @TempDir private Path folder;

  @Test
  void cancelEndsTheInstallers() throws Exception {
    assertThat(stopped(""))
        .containsExactly("57014 SQLNonTransientException", "10", "installers: 0");
    assertThat(folder.resolve("home/connectors/python/airbyte-source-faker-newest")).doesNotExist();
  }

  @Test
  void theQueryTimeoutEndsTheInstallers() throws Exception {
    assertThat(stopped("/*+ queryTimeout=3s */ "))
        .containsExactly("57014 SQLTimeoutException", "10", "installers: 0");
  }

  /** Runs {@link #main} where the index is one that never answers; cancels when it was asked. */
  private List<String> stopped(String hint) throws IOException {
    try (BadShop shop = new BadShop(folder);
        ServerSocket index = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + index.getLocalPort() + "/simple";
      ProcessBuilder other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-Dairbyte.home=" + folder.resolve("home"),
                  CancelledInstallTest.class.getName(),
                  shop.url(),
                  hint + ADDS_FAKER)
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      other.environment().put("PIP_INDEX_URL", url);
      other.environment().put("UV_DEFAULT_INDEX", url);
      Process process = other.start();
      Background.startRunning(() -> cancelWhenAsked(index, process));
      try (var out = process.inputReader(StandardCharsets.UTF_8)) {
        return out.lines().toList();
      }
    }
  }

  private static void cancelWhenAsked(ServerSocket index, Process process) {
    try (Socket unanswered = index.accept()) {
      process.getOutputStream().close();
      unanswered.getInputStream().readAllBytes();
    } catch (IOException closed) {
      process.destroy();
    }
  }

  /** The other process: a URL and a statement, cancelled at the end of the input. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement()) {
      BadShop.rows(connection, "SELECT count(*) FROM events");
      boolean cancelled = !arguments[1].startsWith("/*+");
      CompletableFuture<SQLException> failure =
          Background.start(() -> failure(statement, arguments[1]));
      if (cancelled) {
        System.in.readAllBytes();
        statement.cancel();
      }
      out.println(failure.get().getSQLState() + " " + failure.get().getClass().getSimpleName());
      out.println(BadShop.rows(connection, "SELECT count(*) FROM events").get(0));
      while (ProcessHandle.current().descendants().findAny().isPresent()) {
        Thread.sleep(10);
      }
      out.println("installers: 0");
    }
  }

  private static SQLException failure(Statement statement, String sql) {
    try {
      statement.execute(sql);
      throw new AssertionError("it was installed");
    } catch (SQLException e) {
      return e;
    }
  }
}
