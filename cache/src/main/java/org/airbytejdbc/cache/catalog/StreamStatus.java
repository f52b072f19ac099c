package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a stream's tables are.
 *
 * @param readWhole whether the table holds what a read from the beginning to the end has given
 * @param stale whether connector or config have changed since
 * @param generation how many reads from the beginning have been completed
 * @param nextRows rows of the next generation that a checkpoint covers; empty where none was begun
 * @param rows in the table when it was last read
 * @param finishedAt when it was last read to the end
 */
public record StreamStatus(
    boolean readWhole,
    boolean stale,
    long generation,
    OptionalLong nextRows,
    long rows,
    Optional<Instant> finishedAt) {
  /** A stream of which nothing was read. */
  public static final StreamStatus NEW =
      new StreamStatus(false, false, 0, OptionalLong.empty(), 0, Optional.empty());

  public StreamStatus {
    requireNonNull(nextRows, "nextRows");
    requireNonNull(finishedAt, "finishedAt");
  }

  /** Whether the stream was read to its end at or after that moment. */
  public boolean isFresh(Instant since) {
    return readWhole && !stale && finishedAt.filter(at -> !at.isBefore(since)).isPresent();
  }
}
