package org.airbytejdbc.connector.lock;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.Sha256;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hashes of what connectors say of themselves, whatever the order of keys and streams. */
public final class Fingerprint {
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Fingerprint() {}

  public static String of(ConnectorSpecification spec) {
    return hash(sorted(spec.connectionSpecification()));
  }

  public static String of(AirbyteCatalog catalog) {
    return hash(
        catalog.streams().stream()
            .sorted(Comparator.comparing(stream -> stream.name().toString()))
            .map(Fingerprint::text)
            .collect(Collectors.joining("\n")));
  }

  private static String text(AirbyteStream stream) {
    List<Object> facts =
        List.of(
            stream.name().toString(),
            stream.supportedSyncModes().stream().map(Enum::name).sorted().toList(),
            stream.sourceDefinedCursor(),
            stream.defaultCursorField(),
            stream.primaryKey());
    return SORTED.writeValueAsString(Map.of("stream", facts)) + sorted(stream.jsonSchema());
  }

  private static String sorted(String json) {
    return SORTED.writeValueAsString(SORTED.readValue(json, Object.class));
  }

  private static String hash(String text) {
    return "sha256:" + Sha256.of(text);
  }
}
