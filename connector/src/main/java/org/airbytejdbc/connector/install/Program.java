package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.launch.ProcessTree;

/**
 * An installer's command, run to its end.
 *
 * @param environment all of it; nothing is inherited
 * @param log gets what the program writes; replaced by each run
 */
record Program(List<String> words, Map<String, String> environment, Path log) {
  /** How a run ended, and all that it wrote. */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  Program {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
    requireNonNull(log, "log");
  }

  /**
   * Runs it in the log's folder. Cancelling ends it and all that it started. A program that cannot
   * be started at all has exit code 127, as in a shell.
   */
  Result run(Cancellation cancellation) {
    cancellation.throwIfCancelled();
    try {
      return finish(start(), cancellation);
    } catch (IOException e) {
      return new Result(127, requireNonNull(e.getMessage()));
    }
  }

  /** The output goes to a file, as a pipe stays open while any descendant holds it. */
  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(requireNonNull(log.getParent()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private Result finish(Process process, Cancellation cancellation) {
    Cancellation.Registration ending = cancellation.onCancel(() -> ProcessTree.kill(process));
    try {
      int exitCode = process.waitFor();
      cancellation.throwIfCancelled();
      return new Result(exitCode, new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ending.close();
      ProcessTree.kill(process);
    }
  }
}
