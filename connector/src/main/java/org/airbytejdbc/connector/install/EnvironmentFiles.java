package org.airbytejdbc.connector.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things are in a Python environment, on every operating system. */
final class EnvironmentFiles {
  private EnvironmentFiles() {}

  /** The environment's interpreter. */
  static Path python(Path environment) {
    return program(environment, "python").orElse(environment.resolve("bin/python"));
  }

  /** A program that is there and can be run. A link to a Python that is gone cannot. */
  static Optional<Path> program(Path environment, String name) {
    return Stream.of("bin/" + name, "Scripts/" + name + ".exe")
        .map(environment::resolve)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The METADATA of the package in a folder that brings a program. */
  static Optional<Path> metadata(Path folder, String program) throws IOException {
    Pattern brings = Pattern.compile("(?m)^\\s*" + Pattern.quote(program) + "\\s*=");
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.dist-info")) {
      for (Path info : found) {
        Path programs = info.resolve("entry_points.txt");
        if (Files.exists(programs) && brings.matcher(Files.readString(programs)).find()) {
          return Optional.of(info.resolve("METADATA"));
        }
      }
    }
    return Optional.empty();
  }

  /** Removes a folder with all that is in it, if it is there; follows no link. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> content;
    try (Stream<Path> walk = Files.walk(folder)) {
      content = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      Files.deleteIfExists(path);
    }
  }
}
