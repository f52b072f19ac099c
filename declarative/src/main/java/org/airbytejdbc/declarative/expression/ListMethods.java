package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of Python's list and tuple. */
final class ListMethods {
  static final Map<String, Method<List<?>>> OF_TUPLES =
      Map.of("count", ListMethods::count, "index", ListMethods::index);
  static final Map<String, Method<List<?>>> ALL = all();

  private ListMethods() {}

  private static Map<String, Method<List<?>>> all() {
    Map<String, Method<List<?>>> all = new LinkedHashMap<>(OF_TUPLES);
    all.put("copy", (list, arguments) -> new ArrayList<>(list));
    all.put("append", (list, arguments) -> append(writable(list), arguments.bind(1, "")));
    all.put("extend", (list, arguments) -> extend(writable(list), arguments.bind(1, "")));
    all.put("insert", (list, arguments) -> insert(writable(list), arguments.bind(2, "", "")));
    all.put("pop", (list, arguments) -> pop(writable(list), arguments.bind(0, "")));
    all.put("remove", (list, arguments) -> remove(writable(list), arguments.bind(1, "")));
    all.put("reverse", (list, arguments) -> reverse(writable(list)));
    all.put("sort", (list, arguments) -> sort(writable(list), arguments));
    all.put("clear", (list, arguments) -> clear(writable(list)));
    return Map.copyOf(all);
  }

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> writable(List<?> list) {
    return (List<@Nullable Object>) list;
  }

  private static Object count(List<?> list, Arguments given) {
    Object wanted = given.bind(1, "").get(0);
    return list.stream().filter(item -> Comparison.same(item, wanted)).count();
  }

  private static Object index(List<?> list, Arguments given) {
    Object wanted = given.bind(1, "", "", "").get(0);
    for (int i = 0; i < list.size(); i++) {
      if (Comparison.same(list.get(i), wanted)) {
        return (long) i;
      }
    }
    throw ExpressionException.value("The list has no such item");
  }

  private static @Nullable Object append(List<@Nullable Object> list, Arguments arguments) {
    list.add(arguments.get(0));
    return null;
  }

  private static @Nullable Object extend(List<@Nullable Object> list, Arguments arguments) {
    list.addAll(Sequences.list(arguments.get(0)));
    Limits.size(list.size());
    return null;
  }

  private static @Nullable Object insert(List<@Nullable Object> list, Arguments arguments) {
    int index = arguments.integer(0);
    int from = index < 0 ? Math.max(0, index + list.size()) : Math.min(index, list.size());
    list.add(from, arguments.get(1));
    return null;
  }

  private static @Nullable Object pop(List<@Nullable Object> list, Arguments arguments) {
    int index = arguments.integer(0, -1);
    int from = index < 0 ? index + list.size() : index;
    if (from < 0 || from >= list.size()) {
      throw ExpressionException.value("The list has no such item");
    }
    return list.remove(from);
  }

  private static @Nullable Object remove(List<@Nullable Object> list, Arguments arguments) {
    list.remove(((Long) index(list, arguments)).intValue());
    return null;
  }

  private static @Nullable Object reverse(List<@Nullable Object> list) {
    Collections.reverse(list);
    return null;
  }

  private static @Nullable Object sort(List<@Nullable Object> list, Arguments arguments) {
    boolean reverse = Truth.of(arguments.named().get("reverse"));
    list.sort(reverse ? (a, b) -> Comparison.compare(b, a) : Comparison::compare);
    return null;
  }

  private static @Nullable Object clear(List<@Nullable Object> list) {
    list.clear();
    return null;
  }
}
