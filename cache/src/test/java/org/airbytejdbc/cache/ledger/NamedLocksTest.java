package org.airbytejdbc.cache.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.CacheLocation.InMemory;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedLocksTest {
  @TempDir Path folder;

  private static NamedLocks locks(CacheLocation location, Duration timeout) {
    return new NamedLocks(location, timeout);
  }

  /** Holds the lock on another thread until the latch is opened. */
  private static CompletableFuture<String> hold(NamedLocks locks, CountDownLatch until)
      throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<String> holder =
        Background.start(
            () ->
                locks.holding(
                    List.of("b", "a"),
                    Cancellation.none(),
                    () -> {
                      held.countDown();
                      try {
                        until.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      return "first";
                    }));
    held.await();
    return holder;
  }

  @Test
  void locksOfAFileAreItsOwnersAlone() throws Exception {
    NamedLocks locks = locks(new DuckDbFile(folder.resolve("c.duckdb")), Duration.ofMinutes(1));
    locks.holding(List.of("a"), Cancellation.none(), () -> "");

    assertThat(Files.getPosixFilePermissions(folder.resolve("c.duckdb.locks")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void secondWaitsForTheFirstAndGoesOnThen() throws Exception {
    NamedLocks locks = locks(new DuckDbFile(folder.resolve("c.duckdb")), Duration.ofMinutes(1));
    CountDownLatch until = new CountDownLatch(1);
    CompletableFuture<String> first = hold(locks, until);
    CompletableFuture<String> second =
        Background.start(
            () ->
                locks.holding(
                    List.of("a", "c"), Cancellation.none(), () -> "opened: " + until.getCount()));
    assertThat(locks.holding(List.of("c"), Cancellation.none(), () -> "other")).isEqualTo("other");
    until.countDown();
    assertThat(first.get()).isEqualTo("first");
    assertThat(second.get()).isEqualTo("opened: 0");
  }

  @Test
  void tooLongAWaitFailsAndLeavesNothingHeld() throws Exception {
    NamedLocks locks = locks(new InMemory("m"), Duration.ofMillis(50));
    CountDownLatch until = new CountDownLatch(1);
    CompletableFuture<String> first = hold(locks, until);
    assertThatThrownBy(() -> locks.holding(List.of("0", "a"), Cancellation.none(), () -> "never"))
        .isInstanceOfSatisfying(
            CacheException.class, e -> assertThat(e.kind()).isEqualTo(CacheException.Kind.LOCKED))
        .hasMessageContaining("this process");
    assertThat(locks.holding(List.of("0"), Cancellation.none(), () -> "free")).isEqualTo("free");
    until.countDown();
    first.get();
    assertThat(locks.holding(List.of("a"), Cancellation.none(), () -> "free")).isEqualTo("free");
  }

  @Test
  void waitEndsWhenItIsCancelled() throws Exception {
    NamedLocks locks = locks(new InMemory("m"), Duration.ofMinutes(5));
    CountDownLatch until = new CountDownLatch(1);
    CompletableFuture<String> first = hold(locks, until);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> canceller =
        Background.startRunning(() -> cancellation.cancel(Cancellation.Cause.TIMED_OUT));
    assertThatThrownBy(() -> locks.holding(List.of("a"), cancellation, () -> "never"))
        .isInstanceOf(ConnectorException.class);
    canceller.get();
    until.countDown();
    first.get();
  }
}
