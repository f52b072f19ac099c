package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A connector that is on this machine.
 *
 * @param name such as {@code source-faker}
 * @param version of a package; an executable tells none without being started
 * @param isPackage whether it is a package in an environment of ours, rather than a program on PATH
 * @param location the environment's folder, or the program
 */
public record InstalledConnector(
    String name, Optional<String> version, boolean isPackage, Path location) {
  public InstalledConnector {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(location, "location");
  }
}
