package org.airbytejdbc.declarative;

import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.airbytejdbc.declarative.expression.StreamSlice;

/**
 * Reads streams and their slices side by side. A slice that is read has a permit, and so has a
 * stream while it looks for its next slice, which then has that permit: so that no more requests
 * are under way than there are permits, and slices do not pile up.
 */
final class SideBySide {
  private final String name;
  private final int level;
  private final Semaphore permits;

  /**
   * @param level how many permits there are
   */
  SideBySide(String name, int level) {
    this.name = name;
    this.level = level;
    this.permits = new Semaphore(level, true);
  }

  /**
   * Reads them all, whatever becomes of one of them. Blocks; when interrupted, so are all threads.
   *
   * @param groups of streams that may not be read at once; those that may have a group each
   */
  void read(List<List<StreamRead>> groups) {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "airbyte-slice " + name);
              thread.setDaemon(true);
              return thread;
            });
    CountDownLatch left = new CountDownLatch(groups.stream().mapToInt(List::size).sum());
    Queue<List<StreamRead>> waiting = new ConcurrentLinkedQueue<>(groups);
    try {
      for (int i = 0; i < Math.min(level, groups.size()); i++) {
        threads.execute(() -> readSome(waiting, threads, left));
      }
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      threads.shutdownNow();
    }
  }

  private void readSome(
      Queue<List<StreamRead>> waiting, ExecutorService threads, CountDownLatch left) {
    for (List<StreamRead> next = waiting.poll(); next != null; next = waiting.poll()) {
      for (StreamRead stream : next) {
        part(stream, left, () -> find(stream, threads, left));
        if (next.size() > 1) {
          stream.awaitEnd();
        }
      }
    }
  }

  /** Finds the stream's slices; each takes the permit along that it was found with. */
  private void find(StreamRead stream, ExecutorService threads, CountDownLatch left) {
    acquire();
    try {
      Iterator<StreamSlice> slices = stream.slices();
      while (slices.hasNext()) {
        StreamSlice slice = slices.next();
        threads.execute(
            () -> {
              try {
                part(stream, left, () -> stream.read(slice));
              } finally {
                permits.release();
              }
            });
        acquire();
      }
    } finally {
      permits.release();
    }
  }

  private void acquire() {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private static void part(StreamRead stream, CountDownLatch left, Runnable work) {
    attempt(stream, work);
    if (stream.isLastPart()) {
      try {
        attempt(stream, stream::end);
      } finally {
        stream.ended();
        left.countDown();
      }
    }
  }

  /** An error of the JVM, such as a stack that is too deep, is the stream's own too. */
  private static void attempt(StreamRead stream, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      stream.fail(e);
    } catch (Error e) {
      stream.fail(new IllegalStateException("The read of " + stream.name() + " broke off", e));
    }
  }
}
