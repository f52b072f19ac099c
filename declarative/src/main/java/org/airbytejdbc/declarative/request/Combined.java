package org.airbytejdbc.declarative.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.jspecify.annotations.Nullable;

/** Puts together what several components add to the same part of a request. */
final class Combined {
  private Combined() {}

  /** Names of all; one that comes twice is an error. */
  static Map<String, @Nullable Object> distinct(
      String part,
      Map<String, ? extends @Nullable Object> own,
      Map<String, @Nullable Object> added) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(own);
    added.forEach(
        (name, value) -> {
          if (all.containsKey(name)) {
            throw twice(part, name);
          }
          all.put(name, value);
        });
    return all;
  }

  /** As {@link #distinct}, but objects are merged, and the same value may come twice. */
  static Map<String, @Nullable Object> merged(
      String part, Map<String, @Nullable Object> own, Map<String, @Nullable Object> added) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(own);
    added.forEach(
        (name, value) -> {
          Object there = all.get(name);
          if (there instanceof Map<?, ?> object && value instanceof Map<?, ?> other) {
            all.put(name, merged(part + "." + name, cast(object), cast(other)));
          } else if (all.containsKey(name) && !Objects.equals(there, value)) {
            throw twice(part, name);
          } else {
            all.put(name, value);
          }
        });
    return all;
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> cast(Map<?, ?> object) {
    return (Map<String, @Nullable Object>) object;
  }

  private static DeclarativeException twice(String part, String name) {
    return new DeclarativeException(
        Failure.SYSTEM_ERROR,
        "The manifest gives \"" + name + "\" twice in the " + part + " of a request");
  }
}
