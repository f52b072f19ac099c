package org.airbytejdbc.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A container engine of a test's own, with the image {@link #IMAGE}, which runs the scripted
 * connector whose folder is mounted at {@link #MOUNTED}. Closed by who started it.
 */
public final class TestEngine implements AutoCloseable {
  public static final String IMAGE = "airbyte/source-scripted:0.1.0";
  public static final String MOUNTED = "/connector";

  /** What runs the containers. */
  public enum Kind {
    DOCKER,
    PODMAN,
    /** Docker whose containers have a network, as a user's have, though nothing is in it. */
    BRIDGED
  }

  private final Path script;
  private final Path folder;
  private final String address;

  private TestEngine(Path script, Path folder, String address) {
    this.script = script;
    this.folder = folder;
    this.address = address;
  }

  /** Whether Docker has to start: where it is installed, and wherever all has to be tested. */
  public static boolean isDockerExpected() {
    return isExpected("dockerd");
  }

  /** The same of Podman. */
  public static boolean isPodmanExpected() {
    return isExpected("podman");
  }

  static boolean isExpected(String program) {
    return System.getenv("CI") != null
        || Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Starts one. A folder of its own at the top, as the path of a socket has to be short. */
  public static TestEngine start(Kind kind) {
    return start(kind, List.of());
  }

  /** The same, with more of the engine's own options. */
  public static TestEngine start(Kind kind, List<String> options) {
    try {
      Path script = script(Path.of("").toAbsolutePath());
      Path folder = Files.createTempDirectory(Path.of("/tmp"), "engine");
      String name = kind.name().toLowerCase(Locale.ROOT);
      List<String> words = new ArrayList<>(List.of("start", folder.toString(), name));
      words.addAll(options);
      return new TestEngine(script, folder, run(script, words.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The environment in which this engine is the one that is found. */
  public Map<String, String> environment() {
    return Map.of("DOCKER_HOST", address);
  }

  /** The containers there are, running or not, by their ids. */
  public List<String> containers() {
    String socket = folder.resolve("engine.sock").toString();
    String all = "http://engine/containers/json?all=true";
    String json = run(Path.of("curl"), "-sf", "--unix-socket", socket, all);
    return JsonMapper.shared()
        .readTree(json)
        .valueStream()
        .map(container -> container.path("Id").asString())
        .toList();
  }

  /**
   * Adds an image of a connector that was installed from packages: its program is the entrypoint.
   */
  public void addImage(String name, Path program) {
    run(script, "image", folder.toString(), name, program.toString());
  }

  /** Lets the container's user, who is nobody here, write into a connector's folder. */
  public static Path open(ScriptedConnector connector) throws IOException {
    Path folder = connector.write().getParent();
    Files.createDirectories(folder.resolve("calls"));
    for (Path each : List.of(folder, folder.resolve("calls"))) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    return folder;
  }

  @Override
  public void close() {
    run(script, "stop", folder.toString());
  }

  private static Path script(Path below) {
    Path script = below.resolve("testing").resolve("engine");
    Path above = below.getParent();
    return Files.exists(script) || above == null ? script : script(above);
  }

  private static String run(Path script, String... arguments) {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(arguments));
    try {
      File errors = File.createTempFile("engine", ".err");
      Process process = new ProcessBuilder(words).redirectError(errors).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = Files.readString(errors.toPath());
      Files.delete(errors.toPath());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(words + ": " + err);
      }
      return out.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
