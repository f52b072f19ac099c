package org.airbytejdbc.declarative.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Components of a manifest, as YAML has them. */
final class Parts {
  private Parts() {}

  /** An object of those names and values, one after the other. */
  static Map<String, Object> object(Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return object;
  }

  static Map<String, Object> part(String type, Object... fields) {
    Map<String, Object> part = object("type", type);
    part.putAll(object(fields));
    return part;
  }

  /** A stream that is asked for at that path, and whose records lie there. */
  static Map<String, Object> stream(String name, Map<String, Object> retriever) {
    return part("DeclarativeStream", "name", name, "retriever", retriever);
  }

  static Map<String, Object> schema(Map<String, Object> schema) {
    return part("InlineSchemaLoader", "schema", schema);
  }

  static Map<String, Object> recordsAt(Object... path) {
    var extractor = part("DpathExtractor", "field_path", List.of(path));
    return part("RecordSelector", "extractor", extractor);
  }
}
