package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installer that comes with Python. */
record Pip() implements PackageTool {
  @Override
  public List<String> fetch(List<String> requirements, Interpreter python, Path folder) {
    return install(
        python.path(),
        requirements,
        "--no-deps",
        "--ignore-requires-python",
        "--target",
        folder.toString());
  }

  @Override
  public List<String> createEnvironment(Interpreter python, Path folder) {
    return List.of(python.path().toString(), "-m", "venv", folder.toString());
  }

  @Override
  public List<String> install(List<String> requirements, Path environment) {
    return install(EnvironmentFiles.python(environment), requirements);
  }

  @Override
  public List<String> installLocked(Path requirements, Path environment) {
    return install(
        EnvironmentFiles.python(environment),
        List.of(),
        "--no-deps",
        "--require-hashes",
        "-r",
        requirements.toString());
  }

  /** It downloads release after release until one fits. */
  @Override
  public List<String> resolve(String requirement, Path environment) {
    return List.of();
  }

  private static List<String> install(Path python, List<String> requirements, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(python.toString(), "-m", "pip", "install", "--retries", "1", "--no-compile"));
    words.addAll(List.of(options));
    words.addAll(requirements);
    return words;
  }
}
