package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;

/** Says what a reply means, and how often and when a request is tried again. Thread-safe. */
public interface ErrorHandler {
  /**
   * @param scope config alone
   */
  Resolution judge(Reply reply, Scope scope);

  /** How often a request is sent again after the first time. */
  int maxRetries(Scope scope);

  /**
   * How long to wait before the request is sent again, empty where the manifest does not say.
   * Throws a transient {@link org.airbytejdbc.declarative.DeclarativeException} where the API asks
   * for a longer wait than the manifest allows.
   *
   * @param attempt how often it was sent, from 1
   */
  Optional<Duration> backoff(Reply reply, int attempt, Scope scope);
}
