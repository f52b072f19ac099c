package org.airbytejdbc.driver.system;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A line of a connector's log, secrets removed.
 *
 * @param level as the protocol names it
 */
public record LogLine(Instant at, String source, String connector, String level, String message) {
  public LogLine {
    requireNonNull(at, "at");
    requireNonNull(source, "source");
    requireNonNull(connector, "connector");
    requireNonNull(level, "level");
    requireNonNull(message, "message");
  }
}
