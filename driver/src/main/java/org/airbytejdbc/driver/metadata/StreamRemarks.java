package org.airbytejdbc.driver.metadata;

import org.airbytejdbc.cache.catalog.StreamTable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** What there is to say of a stream: its own description, or what the connector calls it. */
final class StreamRemarks {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KEY = "description";

  private StreamRemarks() {}

  /** Empty if there is nothing that the table's name does not say. */
  static String of(StreamTable table) {
    String description = description(table.stream().jsonSchema());
    if (!description.isEmpty()) {
      return description;
    }
    String name = table.name().toString();
    return name.equals(table.table()) ? "" : "Stream " + name;
  }

  /** Of the schema itself, not of what is in it; most have none, and schemas are long. */
  private static String description(String schema) {
    if (!schema.contains('"' + KEY + '"')) {
      return "";
    }
    try (JsonParser parser = JSON.createParser(schema)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean found = parser.currentName().equals(KEY);
          if (parser.nextToken() == JsonToken.VALUE_STRING && found) {
            return parser.getString();
          }
          parser.skipChildren();
        }
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }
}
