package org.airbytejdbc.declarative.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand after a stroke. */
final class Filters {
  private static final Map<String, Method<@Nullable Object>> ALL = all();

  private Filters() {}

  private static Map<String, Method<@Nullable Object>> all() {
    Map<String, Method<@Nullable Object>> all = new HashMap<>();
    all.putAll(TextFilters.all());
    all.putAll(NumberFilters.all());
    all.putAll(CodeFilters.all());
    all.putAll(SequenceFilters.all());
    all.putAll(SelectionFilters.all());
    return Map.copyOf(all);
  }

  static Method<@Nullable Object> named(String name) {
    Method<@Nullable Object> filter = ALL.get(name);
    if (filter == null) {
      throw ExpressionException.syntax("There is no filter '" + name + "'");
    }
    return filter;
  }
}
