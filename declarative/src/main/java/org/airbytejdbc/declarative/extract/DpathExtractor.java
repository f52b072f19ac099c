package org.airbytejdbc.declarative.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** The list at a path, or the one object there; an empty path means the whole value. */
record DpathExtractor(List<Expression> path, Optional<RecordExpander> expander)
    implements RecordExtractor {
  static DpathExtractor read(Component extractor) {
    return new DpathExtractor(
        extractor.items("field_path").stream()
            .map(step -> extractor.template(String.valueOf(step)))
            .toList(),
        extractor.component("record_expander").map(RecordExpander::read));
  }

  @Override
  public List<@Nullable Object> extract(@Nullable Object body, Scope scope) {
    List<@Nullable Object> found = found(body, scope);
    if (expander.isEmpty()) {
      return found;
    }
    List<@Nullable Object> expanded = new ArrayList<>();
    found.forEach(record -> expanded.addAll(expander.get().expand(record, scope)));
    return expanded;
  }

  /** A new list. */
  private List<@Nullable Object> found(@Nullable Object body, Scope scope) {
    List<String> steps = new ArrayList<>();
    for (Expression step : path) {
      Object name = step.value(scope);
      if (name instanceof List<?>) {
        // A text such as "a", "b" is a tuple for the CDK, and no member is called so.
        return new ArrayList<>();
      }
      steps.add(String.valueOf(name));
    }
    Object found =
        steps.contains("*") ? Fields.all(body, steps) : Fields.at(body, steps).orElse(null);
    if (found instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    boolean nothing =
        found == null || found.equals(Map.of()) || found.equals("") || found.equals(false);
    return nothing ? new ArrayList<>() : new ArrayList<>(List.of(found));
  }
}
