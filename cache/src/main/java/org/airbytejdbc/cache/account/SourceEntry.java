package org.airbytejdbc.cache.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What a source's streams were last discovered with, and when. */
public record SourceEntry(String connector, String version, Instant discoveredAt) {
  public SourceEntry {
    requireNonNull(connector, "connector");
    requireNonNull(version, "version");
    requireNonNull(discoveredAt, "discoveredAt");
  }
}
