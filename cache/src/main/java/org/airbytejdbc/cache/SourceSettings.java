package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a source's streams are shown and read.
 *
 * @param streams glob patterns of the stream names that are shown and read; empty means all
 * @param undeclared what becomes of fields that the stream's schema does not declare
 */
public record SourceSettings(
    List<String> streams, SyncStrategy strategy, UndeclaredFields undeclared) {
  public static final SourceSettings DEFAULT =
      new SourceSettings(List.of(), SyncStrategy.AUTO, UndeclaredFields.DROP);

  /** How a stream is read and stored. */
  public enum SyncStrategy {
    /** Merge where there is a key, append where there is only a cursor, else replace. */
    AUTO,
    FULL_REFRESH_OVERWRITE,
    /** Replace, and keep the last record of each key. */
    FULL_REFRESH_OVERWRITE_DEDUP,
    FULL_REFRESH_APPEND,
    INCREMENTAL_APPEND,
    INCREMENTAL_DEDUP
  }

  /** What becomes of undeclared fields; either way they are recorded as a schema change. */
  public enum UndeclaredFields {
    DROP,
    /** Kept together in one JSON column. */
    JSON
  }

  public SourceSettings {
    streams = List.copyOf(streams);
    requireNonNull(strategy, "strategy");
    requireNonNull(undeclared, "undeclared");
  }
}
