package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The installer uv. Nothing is byte-compiled: of thousands of modules a connector loads a part, and
 * its first start compiles just that. What is looked up is asked for anew, as a cached answer hides
 * a release, and a built folder its changes.
 */
record Uv(String executable) implements PackageTool {
  /** Later than any Python, so that no release is left out as too new. */
  private static final String ANY_PYTHON = "3.99";

  @Override
  public List<String> fetch(List<String> requirements, Interpreter python, Path folder) {
    return install(
        requirements,
        "--refresh",
        "--no-deps",
        "--python-version",
        ANY_PYTHON,
        "--python",
        python.path().toString(),
        "--target",
        folder.toString());
  }

  @Override
  public List<String> createEnvironment(Interpreter python, Path folder) {
    return List.of(executable, "venv", "--python", python.path().toString(), folder.toString());
  }

  @Override
  public List<String> install(List<String> requirements, Path environment) {
    return install(requirements, "--python", EnvironmentFiles.python(environment).toString());
  }

  @Override
  public List<String> installLocked(Path requirements, Path environment) {
    return install(
        List.of(),
        "--no-deps",
        "--require-hashes",
        "--python",
        EnvironmentFiles.python(environment).toString(),
        "-r",
        requirements.toString());
  }

  /** Lists what is installed, a line {@code name==version} each. */
  List<String> freeze(Path environment) {
    return List.of(
        executable, "pip", "freeze", "--python", EnvironmentFiles.python(environment).toString());
  }

  /**
   * Writes down all that is needed, for every operating system and with the hashes of its files.
   *
   * @param constraints a file of the versions that are to be taken
   */
  List<String> compile(Path requirements, Path constraints, Path environment, Path output) {
    return List.of(
        executable,
        "pip",
        "compile",
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--python",
        EnvironmentFiles.python(environment).toString(),
        "--constraints",
        constraints.toString(),
        "--output-file",
        output.toString(),
        requirements.toString());
  }

  @Override
  public List<String> resolve(String requirement, Path environment) {
    return install(
        List.of(requirement),
        "--dry-run",
        "--python",
        EnvironmentFiles.python(environment).toString());
  }

  private List<String> install(List<String> requirements, String... options) {
    List<String> words = new ArrayList<>(List.of(executable, "pip", "install"));
    words.addAll(List.of(options));
    words.addAll(requirements);
    return words;
  }
}
