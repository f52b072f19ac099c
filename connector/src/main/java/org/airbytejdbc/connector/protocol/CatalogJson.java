package org.airbytejdbc.connector.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.connector.ConnectorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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
    return CatalogText.of(catalog.streams(), CatalogText::stream);
  }

  /** The content of the file that a read is given by {@code --catalog}. */
  public static String write(ConfiguredCatalog catalog) {
    return CatalogText.of(catalog.streams(), CatalogText::configured);
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
        paths(node.path("source_defined_primary_key")),
        node.path("is_resumable").asBoolean(false));
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

  static String name(Enum<?> mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
