package org.airbytejdbc.driver.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.airbytejdbc.connector.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends statements from outside: on their query timeout, and inside the engine.
 *
 * <p>One daemon thread for each connection, started by the first use. Thread-safe.
 */
final class QueryTimer implements AutoCloseable {
  /** An engine hears an interrupt only while it runs, so it is repeated until it does. */
  private static final Duration REPEAT = Duration.ofMillis(50);

  private static final Logger LOG = LoggerFactory.getLogger(QueryTimer.class);

  private final ScheduledThreadPoolExecutor executor;

  QueryTimer() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "airbyte-jdbc-timer");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Ends the work when the time is over, unless that is taken back before. */
  Cancellation.Registration timeout(Duration timeout, Cancellation cancellation) {
    return after(timeout, () -> cancellation.cancel(Cancellation.Cause.TIMED_OUT));
  }

  /** Does something when the time is over, unless that is taken back before; zero means never. */
  Cancellation.Registration after(Duration time, Runnable action) {
    if (time.isZero()) {
      return () -> {};
    }
    Future<?> end = executor.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    return () -> end.cancel(false);
  }

  /** Interrupts what the engine's statement does once the work is cancelled, until taken back. */
  Cancellation.Registration interrupting(Statement engine, Cancellation cancellation) {
    Interrupting interrupting = new Interrupting(engine);
    Cancellation.Registration registration = cancellation.onCancel(interrupting);
    return () -> {
      registration.close();
      interrupting.close();
    };
  }

  /** Begins at the cancellation, if that comes before the end. */
  private final class Interrupting implements Runnable, Cancellation.Registration {
    private final Statement engine;
    private Optional<Cancellation.Registration> repeating = Optional.empty();
    private boolean ended;

    Interrupting(Statement engine) {
      this.engine = engine;
    }

    @Override
    public synchronized void run() {
      if (!ended) {
        repeating = Optional.of(repeat(engine));
      }
    }

    @Override
    public synchronized void close() {
      ended = true;
      repeating.ifPresent(Cancellation.Registration::close);
    }
  }

  private Cancellation.Registration repeat(Statement engine) {
    try {
      Future<?> interrupts =
          executor.scheduleWithFixedDelay(
              () -> interrupt(engine), 0, REPEAT.toMillis(), TimeUnit.MILLISECONDS);
      return () -> interrupts.cancel(false);
    } catch (RejectedExecutionException closed) {
      interrupt(engine);
      return () -> {};
    }
  }

  private static void interrupt(Statement engine) {
    try {
      engine.cancel();
    } catch (SQLException e) {
      LOG.debug("The engine's statement had ended before its interrupt", e);
    }
  }

  /** Interrupts nothing: it may be an action of this that closes the connection. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
