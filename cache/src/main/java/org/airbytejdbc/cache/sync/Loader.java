package org.airbytejdbc.cache.sync;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;

/**
 * The one thread of a sync that commits, one checkpoint after the other, while the next records are
 * read. One may wait. After a failure nothing more is committed, so that no state is stored whose
 * records are missing.
 *
 * <p>Used by one thread, which closes it.
 */
final class Loader implements AutoCloseable {
  private static final int ONE_RUNNING_AND_ONE_WAITING = 2;
  private static final long POLL_MILLIS = 50;

  private final ExecutorService thread;
  private final Semaphore places = new Semaphore(ONE_RUNNING_AND_ONE_WAITING);
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Ledger ledger;
  private final Runnable onFailure;
  private final Cancellation cancellation;

  /**
   * @param onFailure run on the loading thread; ends what the syncing thread waits for
   */
  Loader(String name, Ledger ledger, Cancellation cancellation, Runnable onFailure) {
    this.ledger = ledger;
    this.cancellation = cancellation;
    this.onFailure = onFailure;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread loading = new Thread(work, "airbyte-load " + name);
              loading.setDaemon(true);
              return loading;
            });
  }

  /** Whether a checkpoint that is handed over now is committed at once. */
  boolean isIdle() {
    return places.availablePermits() == ONE_RUNNING_AND_ONE_WAITING;
  }

  /**
   * Has the checkpoint committed; waits while another one waits already. It is closed in any case.
   */
  void handOver(Checkpoint checkpoint) {
    try {
      acquire(1);
    } catch (RuntimeException e) {
      checkpoint.close();
      throw e;
    }
    thread.execute(() -> commit(checkpoint));
  }

  /** Waits until all is committed. */
  void drain() {
    acquire(ONE_RUNNING_AND_ONE_WAITING);
    places.release(ONE_RUNNING_AND_ONE_WAITING);
  }

  /** Why a checkpoint could not be committed. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }

  private void commit(Checkpoint checkpoint) {
    try (checkpoint) {
      if (failure.get() == null) {
        checkpoint.commit(ledger, cancellation);
      }
    } catch (RuntimeException e) {
      fail(e);
    } catch (Error e) {
      fail(new CacheException(CacheException.Kind.ENGINE, "Loading failed: " + e, "", e));
    } finally {
      places.release();
    }
  }

  private void fail(RuntimeException cause) {
    failure.set(cause);
    onFailure.run();
  }

  private void acquire(int permits) {
    try {
      while (!places.tryAcquire(permits, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        cancellation.throwIfCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    }
    RuntimeException failed = failure.get();
    if (failed != null) {
      places.release(permits);
      throw failed;
    }
  }

  /** Waits for the transaction that is running; what waits is dropped. */
  @Override
  public void close() {
    failure.compareAndSet(null, new IllegalStateException("The loader is closed"));
    thread.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = thread.awaitTermination(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
