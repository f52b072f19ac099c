package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** A sync of one source that runs in this JVM, and how far each of its streams is. */
public record RunningSync(String source, Instant startedAt, List<SyncProgress> streams) {
  public RunningSync {
    requireNonNull(source, "source");
    requireNonNull(startedAt, "startedAt");
    streams = List.copyOf(streams);
  }
}
