package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Work for several sources at once, each on a daemon thread of its own. */
public final class SideBySide {
  /** Work for the source of that name. */
  public record Task<T>(String source, Supplier<Optional<T>> work) {
    public Task {
      requireNonNull(source, "source");
      requireNonNull(work, "work");
    }

    private Outcome<T> run() {
      try {
        return new Outcome<>(work.get(), Optional.empty());
      } catch (RuntimeException e) {
        return new Outcome<>(Optional.empty(), Optional.of(e));
      }
    }
  }

  private record Outcome<T>(Optional<T> value, Optional<RuntimeException> failure) {}

  private SideBySide() {}

  /**
   * Returns what there is to return once all work is done; a single piece is done on the calling
   * thread. After a failure the others are waited for, then it is thrown with theirs suppressed.
   */
  public static <T> List<T> run(List<Task<T>> tasks) {
    List<Outcome<T>> outcomes =
        tasks.size() == 1
            ? List.of(tasks.get(0).run())
            : tasks.stream().map(SideBySide::start).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    List<RuntimeException> failures =
        new ArrayList<>(outcomes.stream().flatMap(one -> one.failure.stream()).toList());
    if (!failures.isEmpty()) {
      RuntimeException first = failures.remove(0);
      failures.forEach(later -> Failures.suppress(first, later));
      throw first;
    }
    return outcomes.stream().flatMap(one -> one.value.stream()).toList();
  }

  private static <T> CompletableFuture<Outcome<T>> start(Task<T> task) {
    return CompletableFuture.supplyAsync(
        task::run,
        work -> {
          Thread thread = new Thread(work, "airbyte-sync " + task.source);
          thread.setDaemon(true);
          thread.start();
        });
  }
}
