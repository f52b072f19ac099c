package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is in a prepared folder; written there last, as the sign that it is whole.
 *
 * @param name the package's
 * @param python what it was installed with
 * @param at when it was installed
 */
record Installed(String name, String version, String python, Instant at) {
  Installed {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
    requireNonNull(at, "at");
  }
}
