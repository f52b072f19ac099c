package org.airbytejdbc.cache.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sync in the history.
 *
 * @param streams their names, with the namespace where they have one
 * @param processId of the process that ran it
 * @param outcome {@code running}, {@code finished}, {@code failed} or {@code interrupted}
 * @param records read from the connector
 * @param bytes of their lines; empty for syncs that were noted before this was kept
 * @param stateBefore what the connector was given, as a JSON array; empty where there was none
 * @param stateAfter what the next sync will be given; empty where there is none
 */
public record SyncEntry(
    long id,
    String source,
    List<String> streams,
    long processId,
    Instant startedAt,
    Optional<Instant> finishedAt,
    String outcome,
    Optional<String> error,
    long records,
    OptionalLong bytes,
    Optional<String> stateBefore,
    Optional<String> stateAfter) {
  public SyncEntry {
    requireNonNull(source, "source");
    streams = List.copyOf(streams);
    requireNonNull(startedAt, "startedAt");
    requireNonNull(finishedAt, "finishedAt");
    requireNonNull(outcome, "outcome");
    requireNonNull(error, "error");
    requireNonNull(bytes, "bytes");
    requireNonNull(stateBefore, "stateBefore");
    requireNonNull(stateAfter, "stateAfter");
  }
}
