package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.cache.catalog.StreamStatus;

/**
 * What is known of a stream without reading it.
 *
 * @param table its table's name
 * @param mode how it would be read and stored, such as {@code incremental_dedup}
 */
public record StreamOutlook(String table, String mode, StreamStatus status) {
  public StreamOutlook {
    requireNonNull(table, "table");
    requireNonNull(mode, "mode");
    requireNonNull(status, "status");
  }
}
