package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.util.List;

/** The installer that comes with Python. */
record Pip() implements PackageTool {
  @Override
  public List<String> fetch(String requirement, Interpreter python, Path folder) {
    return List.of(
        python.path().toString(),
        "-m",
        "pip",
        "install",
        "--retries",
        "1",
        "--no-deps",
        "--no-compile",
        "--ignore-requires-python",
        "--target",
        folder.toString(),
        requirement);
  }

  @Override
  public List<String> createEnvironment(Interpreter python, Path folder) {
    return List.of(python.path().toString(), "-m", "venv", folder.toString());
  }

  @Override
  public List<String> install(String requirement, Path environment) {
    return List.of(
        EnvironmentFiles.python(environment).toString(),
        "-m",
        "pip",
        "install",
        "--retries",
        "1",
        "--no-compile",
        requirement);
  }
}
