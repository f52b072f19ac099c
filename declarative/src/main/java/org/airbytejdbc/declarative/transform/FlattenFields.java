package org.airbytejdbc.declarative.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Takes all that is nested to the top. As in the CDK, a name is prefixed by its parent's only once
 * it is taken, or after the first list.
 *
 * @param lists whether lists are taken apart as well
 */
record FlattenFields(boolean lists) implements Transformation {
  private static final String ROOT = "_";

  private record Part(Optional<Object> value, String name) {}

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    Deque<Part> parts = new ArrayDeque<>();
    parts.push(new Part(Optional.of(new LinkedHashMap<>(record)), ROOT));
    boolean prefixed = false;
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      Object value = part.value.orElse(null);
      if (value instanceof Map<?, ?> object) {
        for (var member : object.entrySet()) {
          String name = String.valueOf(member.getKey());
          boolean taken = prefixed || flat.containsKey(name);
          parts.push(
              new Part(
                  Optional.ofNullable(member.getValue()), taken ? part.name + "." + name : name));
        }
      } else if (lists && value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          prefixed = true;
          parts.push(new Part(Optional.ofNullable(list.get(i)), part.name + "." + i));
        }
      } else {
        flat.put(part.name, value);
      }
    }
    record.clear();
    record.putAll(flat);
  }
}
