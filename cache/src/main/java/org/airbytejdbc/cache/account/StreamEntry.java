package org.airbytejdbc.cache.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import org.airbytejdbc.cache.catalog.StoredStream;

/**
 * A stream as the cache has it.
 *
 * @param bytes that its rows take in the file, as of the last checkpoint; empty where it has none
 * @param lastError of its last sync, if that failed
 */
public record StreamEntry(StoredStream stream, OptionalLong bytes, Optional<String> lastError) {
  public StreamEntry {
    requireNonNull(stream, "stream");
    requireNonNull(bytes, "bytes");
    requireNonNull(lastError, "lastError");
  }
}
