package org.airbytejdbc.declarative.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How many requests of one kind an API allows. Thread-safe. */
interface CallPolicy {
  /**
   * Takes so many calls out of the budget, or none.
   *
   * @return how long to wait before asking again; zero if the calls were taken
   */
  Duration take(int calls);

  /** What the API said of the calls that are left, and of when there are more. */
  default void update(Optional<Integer> left, Optional<Instant> reset) {}
}
