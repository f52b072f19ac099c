package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a package says of itself. */
record PackageMetadata(String name, String version, PythonRange python) {
  PackageMetadata {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
  }

  /** Of a METADATA file: the header of a mail, by its form. */
  static PackageMetadata read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      var header = lines.takeWhile(line -> !line.isBlank()).toList();
      return new PackageMetadata(
          field(header.stream(), "Name: ").orElse("unknown"),
          field(header.stream(), "Version: ").orElse("unknown"),
          PythonRange.parse(field(header.stream(), "Requires-Python: ").orElse("")));
    }
  }

  private static Optional<String> field(Stream<String> header, String name) {
    return header
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst();
  }
}
