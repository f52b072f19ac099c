package org.airbytejdbc.driver;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.airbytejdbc.connector.Cancellation;

/** Ends the opening of a connection that takes too long; closed when it is open. */
final class LoginTimeout implements AutoCloseable {
  private final Cancellation opening = new Cancellation();
  private final Timer timer = new Timer("airbyte-jdbc-login", true);

  LoginTimeout(Duration timeout) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            opening.cancel(Cancellation.Cause.TIMED_OUT);
          }
        },
        timeout.toMillis());
  }

  Cancellation opening() {
    return opening;
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
