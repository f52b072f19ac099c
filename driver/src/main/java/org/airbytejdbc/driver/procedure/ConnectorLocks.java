package org.airbytejdbc.driver.procedure;

import java.nio.file.Path;
import java.util.Optional;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.lock.LockFile;

/** The lock file of a connection. Thread-safe. */
public interface ConnectorLocks {
  /** Where it is, or will be; empty if the connection names none. */
  Optional<Path> file();

  /**
   * Writes down what the connectors are now: of one source, beside what is in the file, or of all,
   * instead of it. Runs them.
   */
  LockFile lock(Optional<String> source, RunOptions options);
}
