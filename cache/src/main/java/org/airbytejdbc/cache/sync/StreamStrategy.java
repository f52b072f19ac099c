package org.airbytejdbc.cache.sync;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.SyncMode;

/**
 * How a stream is read and stored.
 *
 * @param incremental whether a read goes on from the state of the last one
 * @param append whether a read from the beginning adds to what is there instead of replacing it
 * @param key what makes records the same, so that the last one stays; empty keeps all
 */
record StreamStrategy(boolean incremental, boolean append, List<KeyPart> key) {
  StreamStrategy {
    key = List.copyOf(key);
  }

  /**
   * The strategy that was wished for, or the best that the stream allows.
   *
   * @throws CacheException UNSUPPORTED when the stream cannot do what was wished for
   */
  static StreamStrategy of(StoredStream stream, SyncStrategy wish) {
    boolean incremental = isIncremental(stream.definition());
    List<KeyPart> key = KeyPart.keyOf(stream);
    return switch (wish) {
      case AUTO -> new StreamStrategy(incremental, false, key);
      case FULL_REFRESH_OVERWRITE -> new StreamStrategy(false, false, List.of());
      case FULL_REFRESH_OVERWRITE_DEDUP ->
          new StreamStrategy(false, false, required(key, stream, wish));
      case FULL_REFRESH_APPEND -> new StreamStrategy(false, true, List.of());
      case INCREMENTAL_APPEND ->
          new StreamStrategy(requireIncremental(incremental, stream, wish), false, List.of());
      case INCREMENTAL_DEDUP ->
          new StreamStrategy(
              requireIncremental(incremental, stream, wish), false, required(key, stream, wish));
    };
  }

  SyncMode syncMode(AirbyteStream stream) {
    boolean fullRefresh =
        !incremental && stream.supportedSyncModes().contains(SyncMode.FULL_REFRESH);
    return fullRefresh ? SyncMode.FULL_REFRESH : SyncMode.INCREMENTAL;
  }

  DestinationSyncMode destinationSyncMode() {
    if (incremental) {
      return key.isEmpty() ? DestinationSyncMode.APPEND : DestinationSyncMode.APPEND_DEDUP;
    }
    return append ? DestinationSyncMode.APPEND : DestinationSyncMode.OVERWRITE;
  }

  /** As people write it, such as {@code incremental_dedup}. */
  String label() {
    if (incremental) {
      return key.isEmpty() ? "incremental_append" : "incremental_dedup";
    }
    String replacing = key.isEmpty() ? "full_refresh_overwrite" : "full_refresh_overwrite_dedup";
    return append ? "full_refresh_append" : replacing;
  }

  /**
   * Refuses records whose key got lost: they would take each other's place.
   *
   * @param nulled names of the columns that hold nothing of a value that came for them
   * @throws CacheException BAD_RECORD
   */
  void requireKeys(StoredStream stream, Set<String> nulled) {
    key.stream()
        .map(KeyPart::column)
        .filter(nulled::contains)
        .findFirst()
        .ifPresent(
            column -> {
              throw new CacheException(
                  CacheException.Kind.BAD_RECORD,
                  "Stream %s of %s gave a value for its key %s that is not of the type its schema tells"
                      .formatted(stream.name(), stream.source(), column),
                  "Records cannot be merged by it: read the stream with syncMode=full_refresh_overwrite,"
                      + " which keeps each, with the value in _airbyte_meta");
            });
  }

  /** Without a cursor a source cannot tell what is new. */
  private static boolean isIncremental(AirbyteStream stream) {
    Set<SyncMode> modes = stream.supportedSyncModes();
    return modes.contains(SyncMode.INCREMENTAL)
        && (stream.sourceDefinedCursor() || !stream.defaultCursorField().isEmpty());
  }

  private static boolean requireIncremental(
      boolean incremental, StoredStream stream, SyncStrategy wish) {
    if (!incremental) {
      throw unsupported(stream, wish, "its source cannot read it incrementally");
    }
    return true;
  }

  private static List<KeyPart> required(List<KeyPart> key, StoredStream stream, SyncStrategy wish) {
    if (key.isEmpty()) {
      throw unsupported(stream, wish, "it has no primary key among its columns");
    }
    return key;
  }

  private static CacheException unsupported(StoredStream stream, SyncStrategy wish, String reason) {
    String mode = wish.name().toLowerCase(Locale.ROOT);
    return new CacheException(
        CacheException.Kind.UNSUPPORTED,
        "Stream "
            + stream.name()
            + " of "
            + stream.source()
            + " cannot be read with syncMode="
            + mode
            + ": "
            + reason,
        "Leave syncMode at auto, or choose one that the stream allows");
  }
}
