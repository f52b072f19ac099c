package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A stream as its source describes it.
 *
 * @param jsonSchema the text of the JSON Schema of its records
 * @param defaultCursorField the path of the cursor, empty where there is none
 * @param primaryKey the paths of the key's fields, empty where there is none
 * @param resumable whether a full refresh, too, goes on from a state that it gave before it broke
 *     off
 */
public record AirbyteStream(
    StreamName name,
    String jsonSchema,
    Set<SyncMode> supportedSyncModes,
    boolean sourceDefinedCursor,
    List<String> defaultCursorField,
    List<List<String>> primaryKey,
    boolean resumable) {
  public AirbyteStream {
    requireNonNull(name, "name");
    requireNonNull(jsonSchema, "jsonSchema");
    supportedSyncModes = Set.copyOf(supportedSyncModes);
    defaultCursorField = List.copyOf(defaultCursorField);
    primaryKey = primaryKey.stream().map(List::copyOf).toList();
  }

  /** One that has neither a cursor nor a key of its own. */
  public AirbyteStream(StreamName name, String jsonSchema, Set<SyncMode> supportedSyncModes) {
    this(name, jsonSchema, supportedSyncModes, false, List.of(), List.of(), false);
  }
}
