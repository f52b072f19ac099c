package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;

/** Always as many seconds. */
record ConstantBackoff(Expression seconds, Jitter jitter) implements Backoff {
  @Override
  public Optional<Duration> time(Reply reply, int attempt, Scope scope) {
    double base = Seconds.number(seconds, scope, "backoff_time_in_seconds");
    return Optional.of(Seconds.duration(jitter.spread(base)));
  }
}
