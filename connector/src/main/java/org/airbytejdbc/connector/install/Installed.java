package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.airbytejdbc.connector.InstalledConnector;

/**
 * What is in a prepared folder; written there last, as the sign that it is whole.
 *
 * @param name the package's
 * @param command the program that it was installed for
 * @param python what it was installed with
 */
record Installed(String name, String command, String version, String python, Instant since) {
  Installed {
    requireNonNull(name, "name");
    requireNonNull(command, "command");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
    requireNonNull(since, "since");
  }

  /** The connector that it is, in that folder. */
  InstalledConnector in(Path folder) {
    return new InstalledConnector(command, Optional.of(version), true, folder);
  }
}
