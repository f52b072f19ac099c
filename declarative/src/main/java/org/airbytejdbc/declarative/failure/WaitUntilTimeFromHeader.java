package org.airbytejdbc.declarative.failure;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;

/**
 * Until the time that a header of the response says, in seconds since 1970, and at least so long.
 */
record WaitUntilTimeFromHeader(
    HeaderNumber header, Optional<Expression> atLeast, LongestWait longest, Clock clock)
    implements Backoff {
  private static final double MILLIS = 1000;

  @Override
  public Optional<Duration> time(Reply reply, int attempt, Scope scope) {
    Optional<Double> least = atLeast.map(wait -> Seconds.number(wait, scope, "min_wait"));
    return header
        .in(reply, scope)
        .filter(until -> until != 0)
        .map(until -> until - clock.millis() / MILLIS)
        .map(wait -> Math.max(wait, least.orElse(wait)))
        .or(() -> least)
        .filter(wait -> wait >= 0)
        .map(wait -> longest.check(wait, scope));
  }
}
