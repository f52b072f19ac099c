package org.airbytejdbc.cache.sync;

import java.time.Duration;
import java.util.List;

/**
 * Says when a sync commits: at a state if the loader has nothing else to do or much has gathered,
 * and between states once too much has. While the loader is busy newer states take the place of
 * older ones. Used by the syncing thread.
 */
final class Committer {
  private static final long MUCH = 16L << 20;
  private static final long TOO_MUCH = 32L << 20;
  private static final Duration LONG_AGO = Duration.ofSeconds(10);

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

  void afterRecord(long lineBytes) {
    bytes += lineBytes;
    if (bytes >= TOO_MUCH) {
      commit();
    }
  }

  void afterState() {
    if (states.hasUnsaved()
        && (loader.isIdle() || bytes >= MUCH || System.nanoTime() - last > LONG_AGO.toNanos())) {
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
