package org.airbytejdbc.declarative.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of an API's own type names. What nobody maps is named as a schema names it. */
record FieldTypes(Component identifier, List<Mapped> mapped) {
  /** One line of the mapping. */
  record Mapped(Component line, List<@Nullable Object> from, Optional<Expression> condition) {
    boolean fits(@Nullable Object type, Scope scope) {
      boolean named = type instanceof List<?> ? from.equals(type) : from.equals(listOf(type));
      return named && condition.map(holds -> holds.test(scope)).orElse(true);
    }
  }

  static FieldTypes read(Component identifier) {
    return new FieldTypes(
        identifier,
        identifier.components("types_mapping").stream()
            .map(
                line ->
                    new Mapped(
                        line,
                        line.items("current_type"),
                        line.text("condition").filter(text -> !text.isEmpty()).map(line::template)))
            .toList());
  }

  private static List<@Nullable Object> listOf(@Nullable Object type) {
    List<@Nullable Object> one = new ArrayList<>();
    one.add(type);
    return one;
  }

  /**
   * @param type as the API names it; null for a text
   * @param raw all that the API tells of the field
   */
  Map<String, @Nullable Object> schema(@Nullable Object type, @Nullable Object raw, Scope scope) {
    Scope seen = scope.with("raw_schema", raw);
    Object target = type == null ? "string" : type;
    for (Mapped line : mapped) {
      if (line.fits(type, seen)) {
        return target(line.line.value("target_type").orElse(""), line.line);
      }
    }
    return target(target, identifier);
  }

  private static Map<String, @Nullable Object> target(Object target, Component place) {
    if (target instanceof List<?> several) {
      if (several.size() != 2) {
        throw place.problem("a type is one name, or two");
      }
      return Map.of("oneOf", List.of(named(several.get(0), place), named(several.get(1), place)));
    }
    if (target instanceof Map<?, ?> complex) {
      Map<String, @Nullable Object> schema =
          new LinkedHashMap<>(named(complex.get("field_type"), place));
      Object items = complex.get("items");
      if (items != null) {
        schema.put("items", target(items, place));
      }
      return schema;
    }
    return named(target, place);
  }

  private static Map<String, @Nullable Object> named(@Nullable Object name, Component place) {
    return switch (String.valueOf(name)) {
      case "string", "boolean", "number", "integer", "object", "array" -> type(name);
      case "date" -> type("string", "format", "date");
      case "timestamp_with_timezone" -> type("string", "format", "date-time");
      case "timestamp_without_timezone" ->
          type("string", "format", "date-time", "airbyte_type", "timestamp_without_timezone");
      case "time_with_timezone", "time_without_timezone" ->
          type("string", "format", "time", "airbyte_type", String.valueOf(name));
      default -> throw place.problem("there is no type \"" + name + "\"");
    };
  }

  private static Map<String, @Nullable Object> type(@Nullable Object type, String... more) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("null", String.valueOf(type)));
    for (int i = 0; i < more.length; i += 2) {
      schema.put(more[i], more[i + 1]);
    }
    return schema;
  }
}
