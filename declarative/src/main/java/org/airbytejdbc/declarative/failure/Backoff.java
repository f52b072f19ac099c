package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;

/** One way to say how long to wait before a request is sent again. Thread-safe. */
interface Backoff {
  /**
   * Empty where this way knows nothing of the reply.
   *
   * @param attempt how often it was sent, from 1
   * @param scope config alone
   */
  Optional<Duration> time(Reply reply, int attempt, Scope scope);
}
