package org.airbytejdbc.connector.launch;

import org.airbytejdbc.connector.RunOptions;

/** Knows how one connector is started: as a file, from its Python environment, in a container. */
public interface Launcher {
  /** As {@link org.airbytejdbc.connector.Connector#version()}; starts and prepares nothing. */
  String version();

  /** What it starts, for people: {@code the program /usr/bin/source-x}. */
  String what();

  /** Whether it can start the connector without preparing it; prepares nothing. */
  boolean installed();

  /**
   * Starts the connector, closed by the caller. Prepares it first where that is needed, say by
   * installing it; tells the listener so and heeds the cancellation.
   */
  RunningProgram start(Invocation invocation, RunOptions options);
}
