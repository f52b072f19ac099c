package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** Takes members out of a record, by their paths. */
record RemoveFields(List<List<String>> paths) implements Transformation {
  static RemoveFields read(Component transformation) {
    return new RemoveFields(
        transformation.items("field_pointers").stream().map(RemoveFields::path).toList());
  }

  private static List<String> path(@Nullable Object pointer) {
    return pointer instanceof List<?> steps
        ? steps.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(pointer));
  }

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    for (List<String> path : paths) {
      Map<?, ?> inner = record;
      for (String step : path.subList(0, path.size() - 1)) {
        inner = inner.get(step) instanceof Map<?, ?> next ? next : Map.of();
      }
      if (inner.containsKey(path.get(path.size() - 1))) {
        inner.remove(path.get(path.size() - 1));
      }
    }
  }
}
