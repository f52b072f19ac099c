package org.airbytejdbc.declarative.transform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** Takes the members of one object in the record to its top, unless a name is there already. */
record DpathFlattenFields(
    List<Expression> path, boolean deletes, boolean replaces, String prefix, String suffix)
    implements Transformation {
  private static final String ANY = "*";

  static DpathFlattenFields read(Component component, Scope config) {
    List<Expression> path =
        component.items("field_path").stream().map(component::template).toList();
    Optional<Component> naming = component.component("key_transformation");
    return new DpathFlattenFields(
        path,
        component.flag("delete_origin_value", false),
        component.flag("replace_record", false),
        affix(naming, "prefix", config),
        affix(naming, "suffix", config));
  }

  private static String affix(Optional<Component> naming, String field, Scope config) {
    return naming
        .flatMap(component -> component.expression(field))
        .map(expression -> PythonText.of(expression.value(config)))
        .orElse("");
  }

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    List<String> steps = path.stream().map(step -> PythonText.of(step.value(scope))).toList();
    if (!(at(record, steps) instanceof Map<?, ?> found)) {
      return;
    }
    Map<String, @Nullable Object> taken = new LinkedHashMap<>();
    found.forEach((name, value) -> taken.put(prefix + name + suffix, value));
    if (replaces && !taken.isEmpty()) {
      record.clear();
      record.putAll(taken);
    } else if (Collections.disjoint(taken.keySet(), record.keySet())) {
      if (deletes) {
        new FieldGlob(steps).remove(record, value -> true);
      }
      record.putAll(taken);
    }
  }

  /** The first part that matches. */
  private static @Nullable Object at(@Nullable Object value, List<String> steps) {
    if (steps.isEmpty()) {
      return value;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (value instanceof Map<?, ?> object) {
      return steps.get(0).equals(ANY)
          ? first(object.values(), rest)
          : at(object.get(steps.get(0)), rest);
    }
    if (value instanceof List<?> list) {
      if (steps.get(0).equals(ANY)) {
        return first(list, rest);
      }
      boolean index = steps.get(0).matches("\\d{1,9}");
      return index && Integer.parseInt(steps.get(0)) < list.size()
          ? at(list.get(Integer.parseInt(steps.get(0))), rest)
          : null;
    }
    return null;
  }

  private static @Nullable Object first(Iterable<?> values, List<String> rest) {
    for (Object value : values) {
      Object found = at(value, rest);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
