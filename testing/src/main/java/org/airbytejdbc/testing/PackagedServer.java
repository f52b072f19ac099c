package org.airbytejdbc.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server from PyPI, installed once beside the tests' connectors and run as a process at a port of
 * its own. Closed by who started it.
 */
public final class PackagedServer implements AutoCloseable {
  /** Stands for the port in the arguments of a server. */
  public static final String PORT = "{port}";

  private final Process process;
  private final URI address;

  private PackagedServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Installs the release, such as {@code moto[server]==5.2.5}, and runs its program until it
   * answers at the path.
   */
  public static PackagedServer start(
      String release, String path, String program, String... arguments)
      throws IOException, InterruptedException {
    Path connectors = Path.of(requireNonNull(System.getProperty("airbyte.test.home")));
    Path home = connectors.resolveSibling(program);
    if (!Files.exists(home.resolve("installed"))) {
      install(release, home, connectors.resolve("tools/uv/bin/uv"));
    }
    String port = freePort();
    List<String> command =
        Stream.concat(
                Stream.of(home.resolve("bin").resolve(program).toString()),
                Stream.of(arguments).map(argument -> argument.replace(PORT, port)))
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    PackagedServer server = new PackagedServer(process, URI.create("http://127.0.0.1:" + port));
    while (!server.answers(path)) {
      if (!process.isAlive()) {
        throw new IOException(program + " ended with " + process.exitValue());
      }
      Thread.sleep(100);
    }
    return server;
  }

  /** By the uv of the tests' connectors where there is one, as pip takes a minute and a half. */
  private static void install(String release, Path home, Path uv)
      throws IOException, InterruptedException {
    run(List.of("python3", "-m", "venv", "--clear", home.toString()));
    String python = home.resolve("bin/python").toString();
    run(
        Files.exists(uv)
            ? List.of(uv.toString(), "pip", "install", "--quiet", "--python", python, release)
            : List.of(python, "-m", "pip", "install", "--quiet", release));
    Files.createFile(home.resolve("installed"));
  }

  public URI address() {
    return address;
  }

  private boolean answers(String path) {
    try {
      var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
