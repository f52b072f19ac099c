package org.airbytejdbc.secrets.aws;

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

/** A server that speaks the API of AWS: moto, from PyPI, installed beside the tests' connectors. */
final class Moto implements AutoCloseable {
  private static final String RELEASE = "moto[server]==5.2.5";

  private final Process process;
  private final URI address;

  private Moto(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Moto start() throws IOException, InterruptedException {
    Path connectors = Path.of(requireNonNull(System.getProperty("airbyte.test.home")));
    Path home = connectors.resolveSibling("moto");
    if (!Files.exists(home.resolve("installed"))) {
      install(home, connectors.resolve("tools/uv/bin/uv"));
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(
                home.resolve("bin/moto_server").toString(), "-H", "127.0.0.1", "-p", "" + port)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Moto moto = new Moto(process, URI.create("http://127.0.0.1:" + port));
    while (!moto.answers()) {
      if (!process.isAlive()) {
        throw new IOException("moto ended with " + process.exitValue());
      }
      Thread.sleep(100);
    }
    return moto;
  }

  /** By the uv of the tests' connectors where there is one, as pip takes a minute and a half. */
  private static void install(Path home, Path uv) throws IOException, InterruptedException {
    run(List.of("python3", "-m", "venv", "--clear", home.toString()));
    String python = home.resolve("bin/python").toString();
    run(
        Files.exists(uv)
            ? List.of(uv.toString(), "pip", "install", "--quiet", "--python", python, RELEASE)
            : List.of(python, "-m", "pip", "install", "--quiet", RELEASE));
    Files.createFile(home.resolve("installed"));
  }

  URI address() {
    return address;
  }

  private boolean answers() {
    try {
      var connection = (HttpURLConnection) address.resolve("/moto-api/").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
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
