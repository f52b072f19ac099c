package org.airbytejdbc.declarative.schema;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Loads the schema of a stream.
 *
 * @param records reads the records of a retriever
 */
public record SchemaLoaders(Runtime runtime, Function<Component, Iterator<ParentRecord>> records) {
  /** The schema; empty where the manifest has none. May ask the API. */
  public Map<String, @Nullable Object> load(Component stream) {
    List<Component> loaders = stream.components("schema_loader");
    if (loaders.isEmpty()) {
      return Map.of();
    }
    return stream.value("schema_loader").filter(List.class::isInstance).isPresent()
        ? together(loaders)
        : one(loaders.get(0));
  }

  /** All their fields, each as the first that has it says. */
  private Map<String, @Nullable Object> together(List<Component> loaders) {
    Map<Object, @Nullable Object> properties = new LinkedHashMap<>();
    for (Component loader : loaders) {
      if (one(loader).get("properties") instanceof Map<?, ?> fields) {
        fields.forEach(properties::putIfAbsent);
      }
    }
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("type", List.of("null", "object"));
    schema.put("properties", properties);
    return schema;
  }

  private Map<String, @Nullable Object> one(Component loader) {
    return switch (loader.type()) {
      case "InlineSchemaLoader" -> loader.map("schema");
      case "DynamicSchemaLoader" ->
          DynamicSchema.read(loader, runtime)
              .of(records.apply(loader.required("retriever")), runtime.scope());
      case "JsonFileSchemaLoader" ->
          throw loader.problem("a manifest cannot read files; put the schema into the manifest");
      default -> throw loader.unknown();
    };
  }
}
