package org.airbytejdbc.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.declarative.json.Json;

/** Reads a configured catalog as a platform writes it. */
final class ConfiguredStreams {
  private ConfiguredStreams() {}

  static ConfiguredCatalog read(String json) {
    List<ConfiguredStream> streams = new ArrayList<>();
    if (Json.readObject(json).get("streams") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> configured
            && configured.get("stream") instanceof Map<?, ?> stream) {
          streams.add(read(configured, stream));
        }
      }
    }
    return new ConfiguredCatalog(streams);
  }

  private static ConfiguredStream read(Map<?, ?> configured, Map<?, ?> stream) {
    SyncMode mode =
        "incremental".equals(configured.get("sync_mode"))
            ? SyncMode.INCREMENTAL
            : SyncMode.FULL_REFRESH;
    String destination =
        Optional.ofNullable(configured.get("destination_sync_mode"))
            .map(given -> given.toString().toUpperCase(Locale.ROOT))
            .orElse("APPEND");
    AirbyteStream known =
        new AirbyteStream(
            StreamName.of(String.valueOf(stream.get("name"))),
            Json.write(stream.get("json_schema")),
            Set.of(mode));
    List<String> cursor =
        configured.get("cursor_field") instanceof List<?> path
            ? path.stream().map(String::valueOf).toList()
            : List.of();
    return new ConfiguredStream(
        known, mode, DestinationSyncMode.valueOf(destination), cursor, List.of(), 0, 0, 0);
  }
}
