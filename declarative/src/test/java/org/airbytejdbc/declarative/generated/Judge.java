package org.airbytejdbc.declarative.generated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.testing.Background;
import org.airbytejdbc.testing.PythonEnvironment;

/** Airbyte's CDK: a process that answers command lines, several at once, until it is closed. */
final class Judge implements AutoCloseable {
  static final String NOW = "2026-01-15T00:00:00Z";
  private static final Path PROGRAM = Path.of("src/test/resources/cases/judge.py");

  private final Process process;
  private final PrintStream calls;
  private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<String> end;

  private Judge(Process process) {
    this.process = process;
    this.calls = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.end = Background.startRunning(this::listen).thenApply(ended -> "gone");
  }

  static Judge start() throws IOException, InterruptedException {
    var environment = PythonEnvironment.of("cdk", "airbyte-cdk==7.39.1", "time-machine==3.6.0");
    return new Judge(
        new ProcessBuilder(environment.program("python"), PROGRAM.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  private void listen() {
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      answers
          .lines()
          .map(line -> line.split(" ", 2))
          .filter(answer -> waiting.containsKey(answer[0]))
          .forEach(answer -> waiting.remove(answer[0]).complete(answer[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its exit status, or a word why there is none. */
  String run(List<String> arguments, Path output) {
    var answer = new CompletableFuture<String>();
    waiting.put(output.toString(), answer);
    synchronized (calls) {
      calls.println(
          Json.write(
              Map.of(
                  "arguments", arguments, "now", NOW, "output", output.toString(), "seconds", 20)));
    }
    return answer.applyToEither(end, status -> status).join();
  }

  @Override
  public void close() {
    calls.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
  }
}
