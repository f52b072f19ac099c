package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.airbytejdbc.connector.protocol.MessageReader;

/**
 * How a run is watched over.
 *
 * @param cancellation ends the run from outside: a cancelled statement, a query timeout
 * @param idleTimeout the longest silence of a connector before it is ended
 * @param listener hears of installation, logs and progress
 * @param lineLimit the longest line of output allowed, in bytes
 */
public record RunOptions(
    Cancellation cancellation, Duration idleTimeout, ConnectorListener listener, int lineLimit) {
  public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(10);

  public RunOptions {
    requireNonNull(cancellation, "cancellation");
    requireNonNull(idleTimeout, "idleTimeout");
    requireNonNull(listener, "listener");
    if (lineLimit < 1) {
      throw new IllegalArgumentException("lineLimit " + lineLimit);
    }
  }

  /** With the default limit on lines. */
  public RunOptions(Cancellation cancellation, Duration idleTimeout, ConnectorListener listener) {
    this(cancellation, idleTimeout, listener, MessageReader.DEFAULT_LINE_LIMIT);
  }

  /** The same, ended by that cancellation instead. */
  public RunOptions endedBy(Cancellation other) {
    return new RunOptions(other, idleTimeout, listener, lineLimit);
  }

  /** The same with another limit on silence. */
  public RunOptions silentFor(Duration other) {
    return new RunOptions(cancellation, other, listener, lineLimit);
  }

  /** The same with another listener. */
  public RunOptions heardBy(ConnectorListener other) {
    return new RunOptions(cancellation, idleTimeout, other, lineLimit);
  }

  /** The same with one more listener, who is told before those that there are. */
  public RunOptions heardFirstBy(ConnectorListener first) {
    return heardBy(new HeardByBoth(first, listener));
  }

  /** Never cancelled, the default limit on silence, nobody listening. */
  public static RunOptions defaults() {
    return new RunOptions(Cancellation.none(), DEFAULT_IDLE_TIMEOUT, ConnectorListener.SILENT);
  }
}
