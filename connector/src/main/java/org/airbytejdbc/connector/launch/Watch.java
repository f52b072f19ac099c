package org.airbytejdbc.connector.launch;

import java.io.InputStream;
import java.time.Duration;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;

/**
 * Watches over a run on a thread of its own: ends it when it is cancelled, or silent for too long.
 * Closing ends it too, and waits until nothing is left of it.
 */
public final class Watch implements AutoCloseable {
  /** What is watched over. */
  public interface Watched {
    /** Has it end soon, unless it is ending already. Returns at once, any thread. */
    void end(Ending why);

    /** Looks after it for a moment, on the watching thread; whether it is over then. */
    boolean awaitOver() throws InterruptedException;

    /** Removes all that is left of it, at the end of the watching thread. */
    void clear();
  }

  /** A wait that can be interrupted. */
  public interface Wait {
    void run() throws InterruptedException;
  }

  private final Watched watched;
  private final SilenceMeter stdout;
  private final Duration idleTimeout;
  private final Thread thread;
  private final Cancellation.Registration onCancel;

  /** Begins to watch; {@code watched} is ready for it. */
  public Watch(String connector, InputStream stdout, RunOptions options, Watched watched) {
    this.watched = watched;
    this.stdout = new SilenceMeter(stdout);
    this.idleTimeout = options.idleTimeout();
    this.thread = new Thread(this::run, "airbyte-watch " + connector);
    thread.setDaemon(true);
    thread.start();
    Cancellation cancellation = options.cancellation();
    this.onCancel =
        cancellation.onCancel(() -> cancellation.cause().map(Ending::by).ifPresent(watched::end));
  }

  /** The run's output. Reading from it counts as waiting for the connector. */
  public InputStream stdout() {
    return stdout;
  }

  /** Waits for something else of the same run; an interrupt cancels it. */
  public void during(Wait wait) {
    try {
      stdout.during(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      watched.end(Ending.CANCELLED);
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    }
  }

  @Override
  public void close() {
    onCancel.close();
    watched.end(Ending.CLOSED);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!watched.awaitOver()) {
        if (stdout.silence().compareTo(idleTimeout) > 0) {
          watched.end(Ending.IDLE);
        }
      }
    } catch (InterruptedException e) {
      // nobody has a reason to interrupt this thread; if so, the run goes at once
    } finally {
      watched.clear();
    }
  }
}
