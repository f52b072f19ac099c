package org.airbytejdbc.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Programs from PyPI in a folder of their own, beside the tests' connectors. */
public record PythonEnvironment(Path home) {
  /** The environment of that name; it is installed when it is first asked for. */
  public static PythonEnvironment of(String name, String... releases)
      throws IOException, InterruptedException {
    Path connectors = Path.of(Objects.requireNonNull(System.getProperty("airbyte.test.home")));
    Path home = connectors.resolveSibling(name);
    if (!Files.exists(home.resolve("installed"))) {
      install(home, connectors.resolve("tools/uv/bin/uv"), List.of(releases));
    }
    return new PythonEnvironment(home);
  }

  /** The path of one of its programs. */
  public String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** By the uv of the tests' connectors where there is one, as pip takes a minute and a half. */
  private static void install(Path home, Path uv, List<String> releases)
      throws IOException, InterruptedException {
    run(List.of("python3", "-m", "venv", "--clear", home.toString()));
    String python = home.resolve("bin/python").toString();
    List<String> command =
        new ArrayList<>(
            Files.exists(uv)
                ? List.of(uv.toString(), "pip", "install", "--quiet", "--python", python)
                : List.of(python, "-m", "pip", "install", "--quiet"));
    command.addAll(releases);
    run(command);
    Files.createFile(home.resolve("installed"));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit);
    }
  }
}
