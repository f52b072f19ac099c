package org.airbytejdbc.connector.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON Schema of a stream's records.
 *
 * <p>Never fails: what it does not understand is JSON, and a schema without properties has no
 * fields.
 */
public final class SchemaReader {
  private static final int MOST_PARTS = 1_000;
  private static final List<String> COMBINATIONS = List.of("allOf", "anyOf", "oneOf");

  private final TypeReader types;
  private final References references;
  private final Set<JsonNode> seen = References.nodes();
  private final Map<String, StreamField> fields = new LinkedHashMap<>();

  private SchemaReader(JsonNode root) {
    this.references = new References(root);
    this.types = new TypeReader(references);
  }

  /** The top-level fields, also those that the schema only refers to or combines. */
  public static StreamSchema read(String jsonSchema) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(jsonSchema);
    } catch (JacksonException noSchemaAtAll) {
      return new StreamSchema(List.of());
    }
    SchemaReader reader = new SchemaReader(root);
    reader.collect(root);
    return new StreamSchema(List.copyOf(reader.fields.values()));
  }

  private void collect(JsonNode schema) {
    JsonNode target = references.follow(schema);
    if (seen.size() == MOST_PARTS || !seen.add(target)) {
      return;
    }
    target
        .path("properties")
        .propertyStream()
        .forEach(field -> add(field.getKey(), field.getValue()));
    for (String combination : COMBINATIONS) {
      target.path(combination).valueStream().forEach(this::collect);
    }
  }

  /** A field that parts of the schema type differently may hold either. */
  private void add(String name, JsonNode schema) {
    AirbyteType type = types.read(schema);
    String description = schema.path("description").stringValue("");
    fields.merge(
        name,
        new StreamField(name, type, description),
        (known, other) ->
            known.type().equals(other.type())
                ? known
                : new StreamField(name, AirbyteType.Simple.JSON, known.description()));
  }
}
