package org.airbytejdbc.declarative.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value's parts, by path: names of members, positions in lists, and {@code *} for all. */
public final class Fields {
  private Fields() {}

  /** The part there, or empty where it is missing or null. */
  public static Optional<Object> at(@Nullable Object value, List<String> path) {
    Object part = value;
    for (String step : path) {
      part = step(part, step);
    }
    return Optional.ofNullable(part);
  }

  /** All parts that match a path with {@code *} in it. */
  public static List<@Nullable Object> all(@Nullable Object value, List<String> path) {
    List<@Nullable Object> found = new ArrayList<>();
    if (path.isEmpty()) {
      found.add(value);
      return found;
    }
    List<String> rest = path.subList(1, path.size());
    if (!path.get(0).equals("*")) {
      Object part = step(value, path.get(0));
      if (part != null) {
        found.addAll(all(part, rest));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(member -> found.addAll(all(member, rest)));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> found.addAll(all(item, rest)));
    }
    return found;
  }

  private static @Nullable Object step(@Nullable Object value, String step) {
    if (value instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (value instanceof List<?> list && step.matches("-?\\d{1,9}")) {
      int index = Integer.parseInt(step);
      int position = index < 0 ? list.size() + index : index;
      return position >= 0 && position < list.size() ? list.get(position) : null;
    }
    return null;
  }
}
