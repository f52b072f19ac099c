package org.airbytejdbc.connector;

import org.airbytejdbc.connector.protocol.LogMessage;

/** Hears what a connector does besides answering. Called on the running thread; must not throw. */
public interface ConnectorListener {
  ConnectorListener SILENT = new ConnectorListener() {};

  /** A LOG message, or a line of output that was no message, with secrets removed. */
  default void log(String connector, LogMessage message) {}

  /**
   * The connector changed its own config, say for a token that was renewed. It is kept for the next
   * run by then.
   *
   * @param config one JSON object, full of secrets
   */
  default void configChanged(String connector, String config) {}

  /** A step of getting the connector ready, such as {@code "installing airbyte-source-faker"}. */
  default void preparing(String connector, String step) {}

  /** Something about its config that has no effect, and was probably meant to have one. */
  default void warned(String connector, String warning) {}
}
