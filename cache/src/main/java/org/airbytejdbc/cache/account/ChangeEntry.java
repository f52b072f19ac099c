package org.airbytejdbc.cache.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.airbytejdbc.cache.catalog.SchemaChange;

/** A change of a stream's columns, and when it was seen. */
public record ChangeEntry(SchemaChange change, Instant changedAt) {
  public ChangeEntry {
    requireNonNull(change, "change");
    requireNonNull(changedAt, "changedAt");
  }
}
