package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.util.List;

/**
 * The installer uv. Nothing is byte-compiled: of thousands of modules a connector loads a part, and
 * its first start compiles just that.
 */
record Uv(String executable) implements PackageTool {
  /** Later than any Python, so that no release is left out as too new. */
  private static final String ANY_PYTHON = "3.99";

  @Override
  public List<String> fetch(String requirement, Interpreter python, Path folder) {
    return List.of(
        executable,
        "pip",
        "install",
        "--no-deps",
        "--python-version",
        ANY_PYTHON,
        "--python",
        python.path().toString(),
        "--target",
        folder.toString(),
        requirement);
  }

  @Override
  public List<String> createEnvironment(Interpreter python, Path folder) {
    return List.of(executable, "venv", "--python", python.path().toString(), folder.toString());
  }

  @Override
  public List<String> install(String requirement, Path environment) {
    return List.of(
        executable,
        "pip",
        "install",
        "--python",
        EnvironmentFiles.python(environment).toString(),
        requirement);
  }
}
