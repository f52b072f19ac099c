package org.airbytejdbc.cache.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A state that a connector gave.
 *
 * @param streams those that it covers
 * @param kind {@code STREAM}, {@code GLOBAL} or {@code LEGACY}
 * @param pending whether it goes with a read that was broken off, rather than with the rows seen
 * @param json as the connector gave it
 */
public record StateEntry(
    List<String> streams, String kind, boolean pending, String json, Instant storedAt) {
  public StateEntry {
    streams = List.copyOf(streams);
    requireNonNull(kind, "kind");
    requireNonNull(json, "json");
    requireNonNull(storedAt, "storedAt");
  }
}
