package org.airbytejdbc.declarative.schema;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.airbytejdbc.declarative.transform.FieldPath;
import org.airbytejdbc.declarative.transform.Transformation;
import org.airbytejdbc.declarative.transform.Transformations;
import org.jspecify.annotations.Nullable;

/** Makes a schema of what the first record of an API tells of the fields. */
record DynamicSchema(
    List<Expression> fields,
    List<Expression> name,
    List<Expression> type,
    FieldTypes types,
    Optional<Expression> filter,
    List<Transformation> transformations) {
  static DynamicSchema read(Component loader, Runtime runtime) {
    Component identifier = loader.required("schema_type_identifier");
    return new DynamicSchema(
        expressions(identifier, "schema_pointer"),
        expressions(identifier, "key_pointer"),
        expressions(identifier, "type_pointer"),
        FieldTypes.read(identifier),
        loader.component("schema_filter").flatMap(filter -> filter.expression("condition")),
        loader.components("schema_transformations").stream()
            .map(transformation -> Transformations.read(transformation, runtime))
            .toList());
  }

  private static List<Expression> expressions(Component owner, String field) {
    return owner.items(field).stream().map(step -> owner.template(String.valueOf(step))).toList();
  }

  Map<String, @Nullable Object> of(Iterator<ParentRecord> records, Scope scope) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Object told = records.hasNext() ? at(records.next().record(), fields, scope) : null;
    if (told instanceof List<?> list) {
      for (Object field : list) {
        Object key = at(field, name, scope);
        if (!(key instanceof String text)) {
          throw types.identifier().problem("a field of the API's has no name at key_pointer");
        }
        Object named = type.isEmpty() ? null : at(field, type, scope);
        properties.put(text, types.schema(named, field, scope));
      }
    }
    transformations.forEach(change -> change.apply(properties, scope));
    filter.ifPresent(
        condition ->
            properties
                .entrySet()
                .removeIf(
                    field ->
                        !condition.test(
                            scope.with("record", Map.of(field.getKey(), field.getValue())))));
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft-07/schema#");
    schema.put("type", "object");
    schema.put("additionalProperties", true);
    schema.put("properties", properties);
    return schema;
  }

  private static @Nullable Object at(@Nullable Object from, List<Expression> path, Scope scope) {
    return FieldPath.get(from, path.stream().map(step -> step.text(scope)).toList());
  }
}
