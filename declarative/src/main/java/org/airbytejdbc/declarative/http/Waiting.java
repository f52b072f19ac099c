package org.airbytejdbc.declarative.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;

/** Waits between requests, until the work is cancelled. */
public final class Waiting {
  private final Cancellation cancellation;

  public Waiting(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** Throws a {@link ConnectorException} if the work is cancelled before or meanwhile. */
  public void until(Duration wait) {
    CountDownLatch stopped = new CountDownLatch(1);
    Cancellation.Registration registration = cancellation.onCancel(stopped::countDown);
    try {
      stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    } finally {
      registration.close();
    }
    cancellation.throwIfCancelled();
  }
}
