package org.airbytejdbc.cache.sync;

import java.time.Duration;
import java.util.List;

/**
 * Says when a sync commits: at every state while little comes, every few seconds while much comes,
 * and between states whenever a batch is full, as the engine stores full ones best. While the
 * loader is busy newer states take the place of older ones. Used by the syncing thread.
 */
final class Committer {
  private static final long LITTLE = 256L << 10;

  /** Of all streams together, where many are given side by side. */
  private static final long TOO_MUCH = 256L << 20;

  private static final Duration SOME_TIME = Duration.ofSeconds(3);
  private static final Duration LONG_TIME = Duration.ofSeconds(10);

  private final String source;
  private final List<StreamRun> runs;
  private final RunStates states;
  private final Loader loader;
  private long bytes;
  private long last = System.nanoTime();

  Committer(String source, List<StreamRun> runs, RunStates states, Loader loader) {
    this.source = source;
    this.runs = runs;
    this.states = states;
    this.loader = loader;
  }

  void afterRecord(StreamRun run, long lineBytes) {
    bytes += lineBytes;
    if (run.isFull() || bytes >= TOO_MUCH) {
      commit();
    }
  }

  void afterState() {
    Duration waited = Duration.ofNanos(System.nanoTime() - last);
    boolean timely =
        loader.isIdle()
            ? bytes <= LITTLE || waited.compareTo(SOME_TIME) > 0
            : waited.compareTo(LONG_TIME) > 0;
    if (timely && states.hasUnsaved()) {
      commit();
    }
  }

  /** Commits all that has come, and waits until that is done. */
  void commitRest() {
    commit();
    loader.drain();
  }

  private void commit() {
    Checkpoint checkpoint = Checkpoint.take(source, runs, states);
    bytes = 0;
    last = System.nanoTime();
    loader.handOver(checkpoint);
  }
}
