package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** A Python that was found and told its version. */
record Interpreter(Path path, PythonVersion version) {
  Interpreter {
    requireNonNull(path, "path");
    requireNonNull(version, "version");
  }

  @Override
  public String toString() {
    return version + " (" + path + ")";
  }
}
