package org.airbytejdbc.declarative.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a record by its path: names of members, and positions in lists. */
public final class FieldPath {
  /** A list is not made longer than this by one manifest's index. */
  private static final int LONGEST = 100_000;

  private FieldPath() {}

  /** The part of a value, or null where it is missing. */
  public static @Nullable Object get(@Nullable Object value, List<String> path) {
    Object at = value;
    for (String step : path) {
      at = get(at, step);
    }
    return at;
  }

  /** Whether there is such a part, which may be null. */
  public static boolean has(Map<String, @Nullable Object> record, List<String> path) {
    Object at = get(record, path.subList(0, path.size() - 1));
    String last = path.get(path.size() - 1);
    return at instanceof Map<?, ?> object ? object.containsKey(last) : get(at, last) != null;
  }

  /** Sets the part, and makes the objects and lists on the way to it. */
  public static void set(
      Map<String, @Nullable Object> record, List<String> path, @Nullable Object value) {
    Object at = record;
    for (int i = 0; i < path.size(); i++) {
      boolean last = i == path.size() - 1;
      Object next = last ? value : get(at, path.get(i));
      if (!last && !(next instanceof Map) && !(next instanceof List)) {
        next = isIndex(path.get(i + 1)) ? new ArrayList<>() : new LinkedHashMap<>();
      }
      put(at, path.get(i), next);
      at = next;
    }
  }

  private static @Nullable Object get(@Nullable Object at, String step) {
    if (at instanceof Map<?, ?> object) {
      return object.get(step);
    }
    if (at instanceof List<?> list && isIndex(step)) {
      int index = Integer.parseInt(step);
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static void put(@Nullable Object at, String step, @Nullable Object value) {
    if (at instanceof Map<?, ?>) {
      ((Map<String, @Nullable Object>) at).put(step, value);
    } else if (at instanceof List<?> && isIndex(step)) {
      var list = (List<@Nullable Object>) at;
      int index = Math.min(Integer.parseInt(step), LONGEST);
      while (list.size() <= index) {
        list.add(null);
      }
      list.set(index, value);
    }
  }

  private static boolean isIndex(String step) {
    return step.matches("\\d{1,9}");
  }
}
