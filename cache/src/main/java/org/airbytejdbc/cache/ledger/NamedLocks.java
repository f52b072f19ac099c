package org.airbytejdbc.cache.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;

/**
 * Locks by name, said for people, such as {@code stream users of shop}: one holder at a time among
 * the threads of this JVM and, for a cache in a file, among all processes that use it. Thread-safe;
 * not reentrant.
 */
public final class NamedLocks {
  private static final long POLL_MILLIS = 25;

  private final Optional<LockFolder> folder;
  private final Duration timeout;
  private final Set<String> heldHere = new HashSet<>();

  /**
   * @param timeout the longest wait for all the locks that are asked for together
   */
  public NamedLocks(CacheLocation location, Duration timeout) {
    this.folder = LockFolder.of(location);
    this.timeout = requireNonNull(timeout, "timeout");
  }

  /**
   * Waits until all the locks are free, and does the work while it holds them.
   *
   * @throws CacheException LOCKED, naming the holder, after the timeout
   * @throws ConnectorException once cancelled
   */
  public <T> T holding(Collection<String> names, Cancellation cancellation, Supplier<T> work) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Deque<Runnable> releases = new ArrayDeque<>();
    try {
      // One order for all, so that two who want the same locks don't wait for each other.
      for (String name : new TreeSet<>(names)) {
        acquireHere(name, deadline, cancellation);
        releases.push(() -> releaseHere(name));
        acquireInFolder(name, deadline, cancellation).ifPresent(releases::push);
      }
      return work.get();
    } finally {
      releases.forEach(Runnable::run);
    }
  }

  private synchronized void acquireHere(String name, long deadline, Cancellation cancellation) {
    while (!heldHere.add(name)) {
      pause(name, "this process", deadline, cancellation);
    }
  }

  private synchronized void releaseHere(String name) {
    heldHere.remove(name);
    notifyAll();
  }

  private synchronized Optional<Runnable> acquireInFolder(
      String name, long deadline, Cancellation cancellation) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Optional<Runnable> release = folder.get().tryLock(name);
    while (release.isEmpty()) {
      pause(name, folder.get().holder(name), deadline, cancellation);
      release = folder.get().tryLock(name);
    }
    return release;
  }

  private void pause(String name, String holder, long deadline, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    if (System.nanoTime() - deadline > 0) {
      throw new CacheException(
          CacheException.Kind.LOCKED,
          "Waited "
              + timeout.toMillis() / 1000.0
              + " s"
              + " for "
              + name
              + ", which is held by "
              + holder,
          "Wait until the other sync has ended, end it, or set a longer lockTimeout");
    }
    try {
      wait(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    }
  }
}
