package org.airbytejdbc.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work on a thread of its own: the common pool may have a single one, which blocked work fills. */
public final class Background {
  private static final Executor THREAD_EACH =
      work -> {
        Thread thread = new Thread(work, "background of a test");
        thread.setDaemon(true);
        thread.start();
      };

  private Background() {}

  /** Starts the work; the future has its value or its failure. */
  public static <T> CompletableFuture<T> start(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, THREAD_EACH);
  }

  /** Starts work that has no value. */
  public static CompletableFuture<Void> startRunning(Runnable work) {
    return CompletableFuture.runAsync(work, THREAD_EACH);
  }
}
