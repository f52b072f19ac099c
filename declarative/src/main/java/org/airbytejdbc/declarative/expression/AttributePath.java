package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What filters take as {@code attribute}: names and indexes with dots between them. */
record AttributePath(List<Object> steps) {
  static AttributePath of(@Nullable Object path) {
    if (!(path instanceof String text)) {
      return new AttributePath(path == null ? List.of() : List.of(path));
    }
    List<Object> steps = new ArrayList<>();
    for (String step : Splitting.by(text, ".", -1)) {
      steps.add(step.matches("\\d{1,9}") ? (Object) Long.valueOf(step) : step);
    }
    return new AttributePath(List.copyOf(steps));
  }

  @Nullable Object get(@Nullable Object item) {
    Object value = item;
    for (Object step : steps) {
      value = Items.get(value, step);
    }
    return value;
  }
}
