package org.airbytejdbc.connector.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Catalogs in the protocol's JSON, as connectors write and read them. */
public final class CatalogJson {
  private CatalogJson() {}

  /** Reads the object with the {@code streams}; fails with a PROTOCOL_VIOLATION. */
  public static AirbyteCatalog read(String json) {
    try {
      return catalog(ProtocolJson.MAPPER.readTree(json));
    } catch (JacksonException | MalformedMessage e) {
      throw new ConnectorException(
          ConnectorException.Kind.PROTOCOL_VIOLATION, "This is no Airbyte catalog", "", e);
    }
  }

  public static String write(AirbyteCatalog catalog) {
    ObjectNode root = ProtocolJson.MAPPER.createObjectNode();
    ArrayNode streams = root.putArray("streams");
    catalog.streams().forEach(stream -> streams.add(toJson(stream)));
    return root.toString();
  }

  /** The content of the file that a read is given by {@code --catalog}. */
  public static String write(ConfiguredCatalog catalog) {
    ObjectNode root = ProtocolJson.MAPPER.createObjectNode();
    ArrayNode streams = root.putArray("streams");
    catalog.streams().forEach(stream -> streams.add(toJson(stream)));
    return root.toString();
  }

  static AirbyteCatalog catalog(JsonNode node) {
    JsonNode streams = node.path("streams");
    if (!streams.isArray()) {
      throw new MalformedMessage("has no array \"streams\"");
    }
    return new AirbyteCatalog(streams.valueStream().map(CatalogJson::stream).toList());
  }

  private static AirbyteStream stream(JsonNode node) {
    return new AirbyteStream(
        ProtocolJson.streamName(node),
        ProtocolJson.object(node, "json_schema").toString(),
        syncModes(node.path("supported_sync_modes")),
        node.path("source_defined_cursor").asBoolean(false),
        ProtocolJson.path(node.path("default_cursor_field")),
        paths(node.path("source_defined_primary_key")));
  }

  private static List<List<String>> paths(JsonNode node) {
    return node.valueStream().map(ProtocolJson::path).filter(path -> !path.isEmpty()).toList();
  }

  /** Modes that this version does not know are left out; without any, full refresh must do. */
  private static Set<SyncMode> syncModes(JsonNode node) {
    Set<SyncMode> modes = EnumSet.noneOf(SyncMode.class);
    for (SyncMode mode : SyncMode.values()) {
      boolean named =
          node.valueStream()
              .map(JsonNode::stringValueOpt)
              .anyMatch(Optional.of(name(mode))::equals);
      if (named) {
        modes.add(mode);
      }
    }
    return modes.isEmpty() ? Set.of(SyncMode.FULL_REFRESH) : modes;
  }

  private static ObjectNode toJson(ConfiguredStream configured) {
    ObjectNode node = ProtocolJson.MAPPER.createObjectNode();
    node.set("stream", toJson(configured.stream()));
    node.put("sync_mode", name(configured.syncMode()));
    node.put("destination_sync_mode", name(configured.destinationSyncMode()));
    ProtocolJson.putPath(node, "cursor_field", configured.cursorField());
    ProtocolJson.putPaths(node, "primary_key", configured.primaryKey());
    node.put("generation_id", configured.generationId());
    node.put("minimum_generation_id", configured.minimumGenerationId());
    node.put("sync_id", configured.syncId());
    return node;
  }

  private static ObjectNode toJson(AirbyteStream stream) {
    ObjectNode node = ProtocolJson.MAPPER.createObjectNode();
    node.put("name", stream.name().name());
    stream.name().namespace().ifPresent(namespace -> node.put("namespace", namespace));
    node.set("json_schema", ProtocolJson.MAPPER.readTree(stream.jsonSchema()));
    ArrayNode modes = node.putArray("supported_sync_modes");
    Stream.of(SyncMode.values())
        .filter(stream.supportedSyncModes()::contains)
        .forEach(mode -> modes.add(name(mode)));
    node.put("source_defined_cursor", stream.sourceDefinedCursor());
    ProtocolJson.putPath(node, "default_cursor_field", stream.defaultCursorField());
    ProtocolJson.putPaths(node, "source_defined_primary_key", stream.primaryKey());
    return node;
  }

  private static String name(Enum<?> mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
