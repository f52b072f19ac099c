package org.airbytejdbc.declarative.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.DeclarativeException;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of each {@code $ref} what it names; members beside it win over those of the
 * named object. A text that begins with {@code #/} is a reference too.
 */
final class References {
  private static final String REF = "$ref";
  private static final int DEEPEST = 200;

  private final Map<?, ?> document;
  private final Deque<String> open = new ArrayDeque<>();

  private References(Map<?, ?> document) {
    this.document = document;
  }

  static Map<String, @Nullable Object> resolve(Map<?, ?> document) {
    return new References(document).members(document);
  }

  private @Nullable Object value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (!(map.get(REF) instanceof String reference)) {
        return members(map);
      }
      if (!(follow(reference) instanceof Map<?, ?> named)) {
        return follow(reference);
      }
      Map<String, @Nullable Object> merged = new LinkedHashMap<>();
      named.forEach((key, member) -> merged.put(String.valueOf(key), member));
      members(map)
          .forEach(
              (key, member) -> {
                if (!key.equals(REF)) {
                  merged.put(key, member);
                }
              });
      return merged;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(value(item)));
      return items;
    }
    return value instanceof String text && text.startsWith("#/") ? follow(text) : value;
  }

  private Map<String, @Nullable Object> members(Map<?, ?> map) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach(
        (key, member) ->
            members.put(String.valueOf(key), REF.equals(key) ? member : value(member)));
    return members;
  }

  private @Nullable Object follow(String reference) {
    if (open.contains(reference) || open.size() > DEEPEST) {
      throw DeclarativeException.inManifest(reference, "the reference leads back to itself");
    }
    open.push(reference);
    try {
      return value(named(document, reference.replaceFirst("^#?/?", ""), reference));
    } finally {
      open.pop();
    }
  }

  /** A key may hold slashes itself: the shortest that is there is taken. */
  private static @Nullable Object named(@Nullable Object within, String rest, String reference) {
    if (within instanceof Map<?, ?> map) {
      if (map.containsKey(rest)) {
        return map.get(rest);
      }
      for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/', slash + 1)) {
        if (map.containsKey(rest.substring(0, slash))) {
          return named(map.get(rest.substring(0, slash)), rest.substring(slash + 1), reference);
        }
      }
    }
    if (within instanceof List<?> list && rest.matches("\\d{1,6}(/.*)?")) {
      String[] parts = rest.split("/", 2);
      int index = Integer.parseInt(parts[0]);
      if (index < list.size()) {
        return parts.length == 1 ? list.get(index) : named(list.get(index), parts[1], reference);
      }
    }
    throw DeclarativeException.inManifest(reference, "the reference leads nowhere");
  }
}
