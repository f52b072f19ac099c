package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;

/** Twice as many seconds each time, from twice the factor on. */
record ExponentialBackoff(Expression factor, Jitter jitter) implements Backoff {
  @Override
  public Optional<Duration> time(Reply reply, int attempt, Scope scope) {
    double base = Seconds.number(factor, scope, "factor") * Math.pow(2, attempt);
    return Optional.of(Seconds.duration(jitter.spread(base)));
  }
}
