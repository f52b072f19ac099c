package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.airbytejdbc.cache.RunningSync;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.connector.Cancellation;

/** The syncs that run now in this JVM. Thread-safe; looking waits for nobody. */
public final class RunningSyncs {
  private static final class Running {
    private final String source;
    private final List<StreamRun> runs;
    private final ProgressMeter meter;
    private final Cancellation cancellation;
    private final Instant startedAt = Instant.now();

    Running(String source, List<StreamRun> runs, ProgressMeter meter, Cancellation cancellation) {
      this.source = source;
      this.runs = runs;
      this.meter = meter;
      this.cancellation = cancellation;
    }

    RunningSync now() {
      return new RunningSync(source, startedAt, runs.stream().map(meter::progress).toList());
    }
  }

  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  /** Does the work of a sync, and shows it as running meanwhile. */
  <T> T showing(
      String source,
      List<StreamRun> runs,
      ProgressMeter meter,
      Cancellation cancellation,
      Supplier<T> work) {
    Running added = new Running(source, runs, meter, cancellation);
    running.add(added);
    try {
      return work.get();
    } finally {
      running.remove(added);
    }
  }

  /** As they are now, the oldest first. */
  public List<RunningSync> now() {
    return running.stream()
        .sorted(Comparator.comparing(one -> one.startedAt))
        .map(Running::now)
        .toList();
  }

  /**
   * Ends the statements whose syncs read a stream that is wanted; what was checkpointed stays.
   *
   * @return the syncs that were running
   */
  public List<RunningSync> cancel(Predicate<SyncProgress> wanted) {
    requireNonNull(wanted, "wanted");
    List<Running> ended =
        running.stream().filter(one -> one.now().streams().stream().anyMatch(wanted)).toList();
    List<RunningSync> last = ended.stream().map(Running::now).toList();
    ended.forEach(one -> one.cancellation.cancel(Cancellation.Cause.CANCELLED));
    return last;
  }
}
