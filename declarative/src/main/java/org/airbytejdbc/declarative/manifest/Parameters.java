package org.airbytejdbc.declarative.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands {@code $parameters} down: each component sees its own and those of the components around
 * it, and a field that it lacks is taken from them. Also names the type where its place has a usual
 * one. As in the CDK, what has any type but {@code object} counts as a component, so that a JSON
 * Schema of a list is given parameters too.
 */
final class Parameters {
  private static final String PARAMETERS = "$parameters";
  private static final String TYPE = "type";

  private final boolean outerFirst;

  private Parameters(boolean outerFirst) {
    this.outerFirst = outerFirst;
  }

  static Map<String, @Nullable Object> handDown(Map<String, @Nullable Object> manifest) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>(manifest);
    root.putIfAbsent(TYPE, "DeclarativeSource");
    return new Parameters(false).component(root, Map.of());
  }

  /** Hands down within a stream of its own. */
  static Map<String, @Nullable Object> handDown(
      Map<String, @Nullable Object> stream, boolean outerFirst) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>(stream);
    root.putIfAbsent(TYPE, "DeclarativeStream");
    return new Parameters(outerFirst).component(root, Map.of());
  }

  private @Nullable Object value(
      @Nullable Object value, String place, Map<String, @Nullable Object> given) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(value(item, place, given)));
      return items;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    map.forEach((key, member) -> fields.put(String.valueOf(key), member));
    UsualTypes.of(place).ifPresent(type -> fields.putIfAbsent(TYPE, type));
    if (UsualTypes.isComponent(fields.get(TYPE))) {
      return component(fields, given);
    }
    fields.remove(PARAMETERS);
    return fields;
  }

  private Map<String, @Nullable Object> component(
      Map<String, @Nullable Object> fields, Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
    if (fields.remove(PARAMETERS) instanceof Map<?, ?> own) {
      own.forEach((key, member) -> all.put(String.valueOf(key), member));
      if (outerFirst) {
        all.putAll(given);
      }
    }
    all.forEach(
        (key, parameter) -> {
          if (isEmpty(fields.get(key))) {
            fields.put(key, parameter);
          }
        });
    String type = String.valueOf(fields.get(TYPE));
    fields.replaceAll(
        (key, member) -> {
          Map<String, @Nullable Object> others = new LinkedHashMap<>(all);
          others.remove(key);
          return value(member, type + "." + key, others);
        });
    if (!all.isEmpty()) {
      fields.put(PARAMETERS, all);
    }
    return fields;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of());
  }
}
