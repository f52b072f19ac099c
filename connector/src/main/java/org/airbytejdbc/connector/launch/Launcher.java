package org.airbytejdbc.connector.launch;

import java.util.Optional;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.lock.LockedPackages;

/** Knows how one connector is started: as a file, from its Python environment, in a container. */
public interface Launcher {
  /** As {@link org.airbytejdbc.connector.Connector#version()}; starts and prepares nothing. */
  String version();

  /** What it starts, for people: {@code the program /usr/bin/source-x}. */
  String what();

  /** Whether it can start the connector without preparing it; prepares nothing. */
  boolean installed();

  /** What it runs, by which that is known again on every machine; exact once it has run. */
  default String identity() {
    return version();
  }

  /**
   * All packages that it runs from, if it runs from packages, as they are installed. Asks the
   * package index.
   */
  default Optional<LockedPackages> packages(RunOptions options) {
    return Optional.empty();
  }

  /**
   * Starts the connector, closed by the caller. Prepares it first where that is needed, say by
   * installing it; tells the listener so and heeds the cancellation.
   */
  RunningProgram start(Invocation invocation, RunOptions options);
}
