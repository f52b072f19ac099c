package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/** What a sync of one source did, a line for each of its streams. */
public record SyncReport(String source, List<StreamReport> streams, Duration elapsed) {
  public SyncReport {
    requireNonNull(source, "source");
    streams = List.copyOf(streams);
    requireNonNull(elapsed, "elapsed");
  }

  /**
   * @param mode how it was read and stored, such as {@code incremental_dedup}
   * @param records read from the connector
   * @param rows in the table afterwards
   */
  public record StreamReport(String table, String mode, long records, long bytes, long rows) {}
}
