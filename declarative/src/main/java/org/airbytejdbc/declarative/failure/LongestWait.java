package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** From how many seconds on a stream fails rather than wait for an API. */
record LongestWait(Optional<Expression> seconds) {
  static LongestWait read(Component strategy) {
    return new LongestWait(strategy.expression("max_waiting_time_in_seconds"));
  }

  Duration check(double wait, Scope scope) {
    seconds
        .map(most -> Seconds.number(most, scope, "max_waiting_time_in_seconds"))
        .filter(most -> wait > 0 && wait >= most)
        .ifPresent(
            most -> {
              throw new DeclarativeException(
                  Failure.TRANSIENT_ERROR,
                  "The API asks to wait for "
                      + Math.round(wait)
                      + " s, which is longer than the "
                      + Math.round(most)
                      + " s that the manifest allows");
            });
    return Seconds.duration(wait);
  }
}
