package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A stream with the way it is to be read and stored.
 *
 * @param generationId grows by one with each full refresh; records of one generation belong
 *     together
 * @param minimumGenerationId generations below it may be dropped once the read is complete
 * @param syncId grows with every sync
 */
public record ConfiguredStream(
    AirbyteStream stream,
    SyncMode syncMode,
    DestinationSyncMode destinationSyncMode,
    List<String> cursorField,
    List<List<String>> primaryKey,
    long generationId,
    long minimumGenerationId,
    long syncId) {
  public ConfiguredStream {
    requireNonNull(stream, "stream");
    requireNonNull(syncMode, "syncMode");
    requireNonNull(destinationSyncMode, "destinationSyncMode");
    cursorField = List.copyOf(cursorField);
    primaryKey = primaryKey.stream().map(List::copyOf).toList();
  }

  /** One that is read for itself: without cursor, key and generations. */
  public ConfiguredStream(
      AirbyteStream stream, SyncMode syncMode, DestinationSyncMode destinationSyncMode) {
    this(stream, syncMode, destinationSyncMode, List.of(), List.of(), 0, 0, 0);
  }
}
