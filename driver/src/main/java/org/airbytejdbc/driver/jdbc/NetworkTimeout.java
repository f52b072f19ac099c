package org.airbytejdbc.driver.jdbc;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How long a connection waits for the answer to a statement before it gives itself up.
 *
 * @param executor closes the connection
 * @param milliseconds 0 means for ever
 */
record NetworkTimeout(Executor executor, int milliseconds) {
  /** For ever. */
  static final NetworkTimeout NONE = new NetworkTimeout(Runnable::run, 0);

  NetworkTimeout {
    requireNonNull(executor, "executor");
  }

  Duration time() {
    return Duration.ofMillis(milliseconds);
  }
}
