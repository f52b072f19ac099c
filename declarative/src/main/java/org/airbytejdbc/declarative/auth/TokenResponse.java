package org.airbytejdbc.declarative.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered: names are looked for in it, up to five objects deep. */
record TokenResponse(@Nullable Object body) {
  private static final int DEPTH = 5;

  Optional<Object> find(String name) {
    return find(body, name, 0);
  }

  private static Optional<Object> find(@Nullable Object value, String name, int depth) {
    if (depth > DEPTH) {
      return Optional.empty();
    }
    Collection<?> inner = value instanceof Collection<?> items ? items : List.of();
    if (value instanceof Map<?, ?> object) {
      if (object.get(name) != null) {
        return Optional.ofNullable(object.get(name));
      }
      inner = object.values();
    }
    return inner.stream().flatMap(item -> find(item, name, depth + 1).stream()).findFirst();
  }

  @Override
  public String toString() {
    return "***";
  }
}
