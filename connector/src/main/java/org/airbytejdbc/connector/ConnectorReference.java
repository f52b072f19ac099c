package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which connector is meant, and how to get it.
 *
 * @param name such as {@code source-faker}
 * @param executable runs this file instead of looking for one
 * @param version pins the package's version
 * @param python the interpreter to install with, instead of looking for one
 * @param manifest the address or file of a declarative manifest to run, before all others
 */
public record ConnectorReference(
    String name,
    Optional<Path> executable,
    Optional<String> version,
    Optional<Path> python,
    Optional<URI> manifest) {
  public ConnectorReference {
    requireNonNull(name, "name");
    requireNonNull(executable, "executable");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
    requireNonNull(manifest, "manifest");
  }

  /** A connector that is a program or a package. */
  public ConnectorReference(
      String name, Optional<Path> executable, Optional<String> version, Optional<Path> python) {
    this(name, executable, version, python, Optional.empty());
  }

  /** A connector by its name alone. */
  public static ConnectorReference of(String name) {
    return new ConnectorReference(name, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
