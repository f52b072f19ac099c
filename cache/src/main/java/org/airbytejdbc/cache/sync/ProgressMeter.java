package org.airbytejdbc.cache.sync;

import java.time.Duration;
import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.cache.SyncProgress;

/** Tells a listener how a sync goes, a few times a second. Used by the syncing thread. */
final class ProgressMeter {
  private static final long INTERVAL_NANOS = 250_000_000;

  private final String source;
  private final SyncListener listener;
  private final long started = System.nanoTime();
  private long told = started;

  ProgressMeter(String source, SyncListener listener) {
    this.source = source;
    this.listener = listener;
  }

  /** Tells how far the stream is, unless something was told a moment ago. */
  void tellNowAndThen(StreamRun run) {
    if (System.nanoTime() - told > INTERVAL_NANOS) {
      tell(run);
    }
  }

  /** Tells how far the stream is. */
  void tell(StreamRun run) {
    told = System.nanoTime();
    listener.progress(progress(run));
  }

  /** How far the stream is; from any thread. */
  SyncProgress progress(StreamRun run) {
    return new SyncProgress(
        source, run.stream().table(), run.read(), run.bytes(), run.estimate(), elapsed());
  }

  /** Since the sync began. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
