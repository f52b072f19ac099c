package org.airbytejdbc.connector.protocol;

import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes catalogs, without Jackson's mapper, whose start a short run would wait for. */
final class CatalogText {
  private final JsonGenerator json;

  private CatalogText(JsonGenerator json) {
    this.json = json;
  }

  /** An object with the streams, each written as it is said. */
  static <T> String of(List<T> streams, BiConsumer<CatalogText, T> each) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      CatalogText catalog = new CatalogText(json);
      json.writeStartObject();
      json.writeArrayPropertyStart("streams");
      streams.forEach(stream -> each.accept(catalog, stream));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  void stream(AirbyteStream stream) {
    json.writeStartObject();
    json.writeStringProperty("name", stream.name().name());
    stream.name().namespace().ifPresent(name -> json.writeStringProperty("namespace", name));
    json.writeName("json_schema");
    json.writeRawValue(stream.jsonSchema());
    json.writeArrayPropertyStart("supported_sync_modes");
    for (SyncMode mode : SyncMode.values()) {
      if (stream.supportedSyncModes().contains(mode)) {
        json.writeString(CatalogJson.name(mode));
      }
    }
    json.writeEndArray();
    json.writeBooleanProperty("source_defined_cursor", stream.sourceDefinedCursor());
    path("default_cursor_field", stream.defaultCursorField());
    paths("source_defined_primary_key", stream.primaryKey());
    if (stream.resumable()) {
      json.writeBooleanProperty("is_resumable", true);
    }
    json.writeEndObject();
  }

  void configured(ConfiguredStream configured) {
    json.writeStartObject();
    json.writeName("stream");
    stream(configured.stream());
    json.writeStringProperty("sync_mode", CatalogJson.name(configured.syncMode()));
    json.writeStringProperty(
        "destination_sync_mode", CatalogJson.name(configured.destinationSyncMode()));
    path("cursor_field", configured.cursorField());
    paths("primary_key", configured.primaryKey());
    json.writeNumberProperty("generation_id", configured.generationId());
    json.writeNumberProperty("minimum_generation_id", configured.minimumGenerationId());
    json.writeNumberProperty("sync_id", configured.syncId());
    json.writeEndObject();
  }

  private void path(String name, List<String> path) {
    json.writeName(name);
    path(path);
  }

  private void paths(String name, List<List<String>> paths) {
    json.writeArrayPropertyStart(name);
    paths.forEach(this::path);
    json.writeEndArray();
  }

  private void path(List<String> path) {
    json.writeStartArray();
    path.forEach(json::writeString);
    json.writeEndArray();
  }
}
