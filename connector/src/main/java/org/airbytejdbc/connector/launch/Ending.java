package org.airbytejdbc.connector.launch;

import java.time.Duration;
import org.airbytejdbc.connector.Cancellation;

/** Why a connector is ended from outside, and how long it may take to go by itself. */
public enum Ending {
  CLOSED(Duration.ofSeconds(2)),
  IDLE(Duration.ofSeconds(2)),
  CANCELLED(Duration.ofMillis(500)),
  TIMED_OUT(Duration.ofMillis(500));

  private final Duration grace;

  Ending(Duration grace) {
    this.grace = grace;
  }

  /** How a cancelled run ends. */
  public static Ending by(Cancellation.Cause cause) {
    return switch (cause) {
      case CANCELLED -> CANCELLED;
      case TIMED_OUT -> TIMED_OUT;
    };
  }

  Duration grace() {
    return grace;
  }
}
