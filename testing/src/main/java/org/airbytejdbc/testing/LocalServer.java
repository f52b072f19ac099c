package org.airbytejdbc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;

/** A server that runs as a process, at a port of its own. Closed by who started it. */
public final class LocalServer implements AutoCloseable {
  /** Stands for the port in the words of a command. */
  public static final String PORT = "{port}";

  private final Process process;
  private final URI address;

  private LocalServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Runs a program until it answers at the path. */
  public static LocalServer start(String path, String... command)
      throws IOException, InterruptedException {
    String port = freePort();
    Process process =
        new ProcessBuilder(Stream.of(command).map(word -> word.replace(PORT, port)).toList())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    LocalServer server = new LocalServer(process, URI.create("http://127.0.0.1:" + port));
    while (!server.answers(path)) {
      if (!process.isAlive()) {
        throw new IOException(command[0] + " ended with " + process.exitValue());
      }
      Thread.sleep(100);
    }
    return server;
  }

  /**
   * The same with a program of a release from PyPI, such as {@code moto[server]==5.2.5}, which is
   * installed once, beside the tests' connectors.
   */
  public static LocalServer ofPackage(
      String release, String path, String program, String... arguments)
      throws IOException, InterruptedException {
    String installed = PythonEnvironment.of(program, release).program(program);
    return start(
        path, Stream.concat(Stream.of(installed), Stream.of(arguments)).toArray(String[]::new));
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

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
