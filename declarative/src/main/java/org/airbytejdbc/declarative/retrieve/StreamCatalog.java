package org.airbytejdbc.declarative.retrieve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.cursor.Cursors;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;

/** What a manifest says about a stream without reading it. */
public final class StreamCatalog {
  private StreamCatalog() {}

  public static String name(Component stream, Runtime runtime) {
    return stream.text("name").orElse("");
  }

  /** The stream as a catalog has it; may ask the API. */
  public static AirbyteStream describe(Component stream, Streams streams) {
    Runtime runtime = streams.runtime();
    Component shown =
        stream.type().equals("StateDelegatingStream")
            ? stream.required("incremental_stream")
            : stream;
    Optional<Component> sync = shown.component("incremental_sync");
    Set<SyncMode> modes = EnumSet.of(SyncMode.FULL_REFRESH);
    sync.ifPresent(cursor -> modes.add(SyncMode.INCREMENTAL));
    return new AirbyteStream(
        StreamName.of(name(stream, runtime)),
        Json.write(streams.schema(shown)),
        modes,
        sync.isPresent(),
        sync.map(cursor -> List.of(Cursors.field(cursor, runtime))).orElse(List.of()),
        primaryKey(shown.value("primary_key").orElse(List.of())),
        sync.isPresent());
  }

  /** A key may be one field, a list of fields, or a list of paths. */
  private static List<List<String>> primaryKey(Object given) {
    List<List<String>> key = new ArrayList<>();
    if (given instanceof String field) {
      if (!field.isEmpty()) {
        key.add(List.of(field));
      }
    } else if (given instanceof List<?> fields) {
      for (Object field : fields) {
        key.add(
            field instanceof List<?> path
                ? path.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(field)));
      }
    }
    return key;
  }
}
