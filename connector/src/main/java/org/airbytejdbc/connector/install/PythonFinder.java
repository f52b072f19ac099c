package org.airbytejdbc.connector.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Cancellation;

/** Finds the Pythons of this machine and asks each for its version. */
final class PythonFinder {
  private static final Pattern NAME = Pattern.compile("python(3(\\.\\d+)?)?(\\.exe)?");
  private static final String QUESTION = "import sys; print('%d.%d.%d' % sys.version_info[:3])";
  private static final long SECONDS_TO_ANSWER = 20;

  /** A Python that was asked and has yet to answer. */
  private record Asked(Path path, Process process) {}

  private final List<Path> folders;
  private final Map<String, String> environment;

  /**
   * @param folders where to look, most wanted first
   */
  PythonFinder(List<Path> folders, Map<String, String> environment) {
    this.folders = List.copyOf(folders);
    this.environment = Map.copyOf(environment);
  }

  /** All that answer, newest first; of one version, the one found first is first. */
  List<Interpreter> find(Cancellation cancellation) {
    Set<Path> candidates = new LinkedHashSet<>();
    folders.forEach(folder -> candidates.addAll(candidates(folder)));
    return ask(candidates, cancellation);
  }

  /** The one at a path, or of a name such as {@code python3.11}; empty if it is none. */
  Optional<Interpreter> at(Path path, Cancellation cancellation) {
    return Stream.concat(
            Stream.of(path.toAbsolutePath()), folders.stream().map(in -> in.resolve(path)))
        .filter(Files::isExecutable)
        .findFirst()
        .flatMap(found -> ask(Set.of(found), cancellation).stream().findFirst());
  }

  /** Links are followed, so that each Python is asked once, under its own name. */
  private static List<Path> candidates(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "python*")) {
      for (Path file : files) {
        if (NAME.matcher(file.getFileName().toString()).matches() && Files.isExecutable(file)) {
          found.add(file.toRealPath());
        }
      }
    } catch (IOException notReadable) {
      return found;
    }
    return found;
  }

  /** All are asked at once, as one that is a broken shim may take its time. */
  private List<Interpreter> ask(Set<Path> candidates, Cancellation cancellation) {
    List<Asked> asked = new ArrayList<>();
    for (Path path : candidates) {
      start(path).ifPresent(process -> asked.add(new Asked(path, process)));
    }
    Runnable end = () -> asked.forEach(one -> one.process.destroyForcibly());
    Cancellation.Registration ending = cancellation.onCancel(end);
    try {
      List<Interpreter> found = asked.stream().flatMap(one -> answer(one).stream()).toList();
      cancellation.throwIfCancelled();
      return found.stream().sorted(Comparator.comparing(Interpreter::version).reversed()).toList();
    } finally {
      ending.close();
      end.run();
    }
  }

  private Optional<Process> start(Path path) {
    ProcessBuilder builder =
        new ProcessBuilder(path.toString(), "-I", "-c", QUESTION)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return Optional.of(process);
    } catch (IOException notRunnable) {
      return Optional.empty();
    }
  }

  private static Optional<Interpreter> answer(Asked asked) {
    try {
      if (!asked.process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
          || asked.process.exitValue() != 0) {
        return Optional.empty();
      }
      byte[] output = asked.process.getInputStream().readNBytes(100);
      return PythonVersion.parse(new String(output, StandardCharsets.UTF_8))
          .map(version -> new Interpreter(asked.path, version));
    } catch (IOException endedByForce) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
