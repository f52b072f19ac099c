package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs outside of this JVM, with the same Java and the same installed connectors. */
final class Program {
  /** The driver's jar, to be put on a class path. */
  static final Path JAR = Path.of(System.getProperty("airbyte.jar"));

  /** Where this build keeps what it installs. */
  static final Path HOME = Path.of(System.getProperty("airbyte.home"));

  private static final int MINUTES = 10;

  private Program() {}

  /** Runs a command to its end, which must be good; returns its standard output. */
  static String run(Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile(folder, "stdout", ".txt");
      Path errors = Files.createTempFile(folder, "stderr", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("AIRBYTE_JDBC_HOME", HOME.toString());
      Process process = builder.start();
      try {
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        assertThat(ended && process.exitValue() == 0)
            .as(() -> command + "\n" + text(output) + "\n" + text(errors))
            .isTrue();
        return text(output);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes one of the scripts beside these tests to a folder. */
  static Path script(Path folder, String name) {
    try (InputStream script = Objects.requireNonNull(Program.class.getResourceAsStream(name))) {
      return Files.write(folder.resolve(name), script.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
