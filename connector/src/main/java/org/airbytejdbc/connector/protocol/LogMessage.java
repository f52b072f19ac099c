package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

/** A LOG message, or a line of output that was no message at all. */
public record LogMessage(Level level, String message) implements Message {
  /** As the protocol names them. */
  public enum Level {
    FATAL,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  public LogMessage {
    requireNonNull(level, "level");
    requireNonNull(message, "message");
  }
}
