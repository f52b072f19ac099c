package org.airbytejdbc.declarative.transform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renames the members of a record. */
final class Names {
  private Names() {}

  /** In place; of two members that come to the same name the later one stays. */
  static void change(Map<String, @Nullable Object> record, UnaryOperator<String> naming) {
    Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
    record.forEach((name, value) -> renamed.put(naming.apply(name), value));
    record.clear();
    record.putAll(renamed);
  }

  /** Also in objects within objects, but not within lists. */
  static void changeDeep(Map<String, @Nullable Object> record, UnaryOperator<String> naming) {
    record.values().forEach(value -> inner(value, naming));
    change(record, naming);
  }

  @SuppressWarnings("unchecked")
  private static void inner(@Nullable Object value, UnaryOperator<String> naming) {
    if (value instanceof Map<?, ?>) {
      changeDeep((Map<String, @Nullable Object>) value, naming);
    }
  }
}
