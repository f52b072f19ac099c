package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** Replaces a value by what a map has for it; one that the map lacks stays. */
record RemapField(List<Expression> path, Component.Nested map) implements Transformation {
  static RemapField read(Component component) {
    return new RemapField(
        component.items("field_path").stream().map(component::template).toList(),
        component.nested("map"));
  }

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    List<String> steps = path.stream().map(step -> step.text(scope)).toList();
    Object there = FieldPath.get(record, steps);
    if (there != null && map.render(scope) instanceof Map<?, ?> values) {
      Object mapped = values.get(PythonText.of(there));
      if (mapped != null) {
        FieldPath.set(record, steps, mapped);
      }
    }
  }
}
