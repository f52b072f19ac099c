package org.airbytejdbc.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A virtual environment with packages from PyPI, made with the {@code python3} on the path and kept
 * for the next run of the build.
 */
record PythonEnvironment(Path folder) {
  static PythonEnvironment with(Path work, String name, String... packages) {
    try {
      Path folder = Files.createDirectories(Program.HOME.resolve("clients").resolve(name));
      PythonEnvironment environment = new PythonEnvironment(folder);
      Program.run(work, List.of("python3", "-m", "venv", folder.toString()));
      List<String> pip = List.of("-m", "pip", "install", "--quiet", "--disable-pip-version-check");
      environment.python(work, Stream.concat(pip.stream(), Stream.of(packages)).toList());
      return environment;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one of the scripts beside these tests; returns what it printed. */
  String run(Path work, String script, String... arguments) {
    String file = Program.script(work, script).toString();
    return python(work, Stream.concat(Stream.of(file), Stream.of(arguments)).toList());
  }

  private String python(Path work, List<String> arguments) {
    String python = folder.resolve("bin/python").toString();
    return Program.run(work, Stream.concat(Stream.of(python), arguments.stream()).toList());
  }
}
