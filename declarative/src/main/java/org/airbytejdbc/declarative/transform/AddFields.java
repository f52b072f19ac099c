package org.airbytejdbc.declarative.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** Puts values into a record, one after the other, so that one may use those before it. */
record AddFields(List<Added> fields) implements Transformation {
  private record Added(List<String> path, Expression value) {}

  static AddFields read(Component transformation) {
    return new AddFields(
        transformation.components("fields").stream()
            .map(
                field ->
                    new Added(
                        field.items("path").stream().map(String::valueOf).toList(),
                        field.requiredExpression("value")))
            .toList());
  }

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    fields.forEach(field -> put(record, field.path, field.value.value(scope)));
  }

  @SuppressWarnings("unchecked")
  private static void put(
      Map<String, @Nullable Object> target, List<String> path, @Nullable Object value) {
    Map<String, @Nullable Object> inner = target;
    for (String step : path.subList(0, path.size() - 1)) {
      if (!(inner.get(step) instanceof Map<?, ?>)) {
        inner.put(step, new LinkedHashMap<String, @Nullable Object>());
      }
      inner = (Map<String, @Nullable Object>) inner.get(step);
    }
    inner.put(path.get(path.size() - 1), value);
  }
}
