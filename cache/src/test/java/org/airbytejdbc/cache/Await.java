package org.airbytejdbc.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does, but not for ever. */
public final class Await {
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private Await() {}

  public static void file(Path path) {
    until(() -> Files.exists(path));
  }

  public static void until(BooleanSupplier condition) {
    long started = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - started > LONGEST_NANOS) {
        throw new AssertionError("It did not come in a minute");
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
