package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of Python's dict. */
final class DictMethods {
  private static final Map<String, Method<Map<?, ?>>> READING =
      Map.of(
          "get", DictMethods::get,
          "keys", (map, arguments) -> view("dict_keys", map.keySet(), arguments),
          "values", (map, arguments) -> view("dict_values", map.values(), arguments),
          "items", (map, arguments) -> view("dict_items", items(map), arguments));

  static final Map<String, Method<Map<?, ?>>> OF_SLICES = READING;
  static final Map<String, Method<Map<?, ?>>> ALL = all();

  private DictMethods() {}

  private static Map<String, Method<Map<?, ?>>> all() {
    Map<String, Method<Map<?, ?>>> all = new LinkedHashMap<>(READING);
    all.put("copy", (map, arguments) -> new LinkedHashMap<>(map));
    all.put("update", (map, arguments) -> update(writable(map), arguments));
    all.put("setdefault", (map, arguments) -> setDefault(writable(map), arguments));
    all.put("pop", (map, arguments) -> pop(writable(map), arguments));
    all.put("popitem", (map, arguments) -> popItem(writable(map)));
    all.put("clear", (map, arguments) -> clear(writable(map)));
    return Map.copyOf(all);
  }

  /** The items as tuples. */
  static List<@Nullable Object> items(Map<?, ?> map) {
    List<@Nullable Object> items = new ArrayList<>();
    map.forEach((key, value) -> items.add(Tuple.of(key, value)));
    return items;
  }

  private static Object view(String kind, Iterable<?> items, Arguments arguments) {
    arguments.bind(0);
    List<@Nullable Object> copy = new ArrayList<>();
    items.forEach(copy::add);
    return new DictView(kind, copy);
  }

  private static @Nullable Object get(Map<?, ?> map, Arguments given) {
    Arguments arguments = given.bind(1, "", "");
    Object found = Items.find(map, arguments.get(0));
    return found == Items.MISSING ? arguments.get(1, null) : found;
  }

  /** Maps are made by Jackson or by templates; either may be written to, as in Python. */
  @SuppressWarnings("unchecked")
  private static Map<@Nullable Object, @Nullable Object> writable(Map<?, ?> map) {
    return (Map<@Nullable Object, @Nullable Object>) map;
  }

  private static @Nullable Object update(
      Map<@Nullable Object, @Nullable Object> map, Arguments arguments) {
    if (arguments.size() > 0) {
      merge(map, arguments.get(0));
    }
    arguments.named().forEach((name, value) -> Items.put(map, name, value));
    return null;
  }

  /** Adds the members of another map, or of a sequence of pairs. */
  static void merge(Map<@Nullable Object, @Nullable Object> map, @Nullable Object other) {
    if (other instanceof Map<?, ?> members) {
      members.forEach((key, value) -> Items.put(map, key, value));
      return;
    }
    for (Object pair : Sequences.list(other)) {
      List<@Nullable Object> parts = Sequences.list(pair);
      if (parts.size() != 2) {
        throw ExpressionException.value("A dict is made of pairs");
      }
      Items.put(map, parts.get(0), parts.get(1));
    }
  }

  private static @Nullable Object setDefault(
      Map<@Nullable Object, @Nullable Object> map, Arguments given) {
    Arguments arguments = given.bind(1, "", "");
    Object found = Items.find(map, arguments.get(0));
    if (found == Items.MISSING) {
      found = arguments.get(1, null);
      Items.put(map, arguments.get(0), found);
    }
    return found;
  }

  private static @Nullable Object pop(
      Map<@Nullable Object, @Nullable Object> map, Arguments given) {
    Arguments arguments = given.bind(1, "", "");
    Object key = Items.canonical(map, arguments.get(0));
    if (key != Items.MISSING) {
      return map.remove(key);
    }
    if (arguments.has(1)) {
      return arguments.get(1);
    }
    throw ExpressionException.value("There is no such key");
  }

  private static Object popItem(Map<@Nullable Object, @Nullable Object> map) {
    if (map.isEmpty()) {
      throw ExpressionException.value("The dict is empty");
    }
    List<@Nullable Object> keys = new ArrayList<>(map.keySet());
    Object last = keys.get(keys.size() - 1);
    return Tuple.of(last, map.remove(last));
  }

  private static @Nullable Object clear(Map<@Nullable Object, @Nullable Object> map) {
    map.clear();
    return null;
  }
}
