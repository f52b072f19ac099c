package org.airbytejdbc.declarative.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bag of attributes that {@code {% set ns.x = ... %}} may change, also from within a loop. */
final class Namespace {
  private final Map<String, @Nullable Object> attributes = new HashMap<>();

  void set(String name, @Nullable Object value) {
    attributes.put(name, value);
  }

  @Nullable Object attribute(String name) {
    return attributes.containsKey(name) ? attributes.get(name) : Items.MISSING;
  }
}
