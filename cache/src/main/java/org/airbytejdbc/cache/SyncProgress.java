package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a stream is in a running sync.
 *
 * @param records read so far
 * @param bytes of their lines
 * @param estimatedRecords what the connector expects (TRACE ESTIMATE), if it said so
 */
public record SyncProgress(
    String source,
    String table,
    long records,
    long bytes,
    OptionalLong estimatedRecords,
    Duration elapsed) {
  public SyncProgress {
    requireNonNull(source, "source");
    requireNonNull(table, "table");
    requireNonNull(estimatedRecords, "estimatedRecords");
    requireNonNull(elapsed, "elapsed");
  }
}
