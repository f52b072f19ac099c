package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

/** What is in a prepared folder; written there last, as the sign that it is whole. */
record Installed(String name, String version, String python) {
  Installed {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
  }
}
