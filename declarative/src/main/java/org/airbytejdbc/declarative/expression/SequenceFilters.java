package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters of sequences as a whole. */
final class SequenceFilters {
  private SequenceFilters() {}

  static Map<String, Method<@Nullable Object>> all() {
    Map<String, Method<@Nullable Object>> all = new HashMap<>();
    all.put("length", (value, given) -> (long) Sequences.length(value));
    all.put("count", (value, given) -> (long) Sequences.length(value));
    all.put("list", (value, given) -> Sequences.list(value));
    all.put("first", (value, given) -> first(value));
    all.put("last", (value, given) -> last(value));
    all.put("join", SequenceFilters::join);
    all.put("default", SequenceFilters::otherwise);
    all.put("d", SequenceFilters::otherwise);
    all.put("items", (value, given) -> items(value));
    all.put("reverse", (value, given) -> reverse(value));
    all.put("sum", SequenceFilters::sum);
    all.put("batch", SequenceFilters::batch);
    all.put("slice", SequenceFilters::slice);
    all.put("attr", (value, given) -> attribute(value, given.bind(1, "name").text(0)));
    return all;
  }

  private static @Nullable Object first(@Nullable Object value) {
    Iterator<?> items = Sequences.iterate(value);
    return items.hasNext() ? items.next() : Undefined.of("the first item of nothing");
  }

  private static @Nullable Object last(@Nullable Object value) {
    if (value instanceof Generator || value instanceof java.util.Set) {
      throw ExpressionException.type("Only a sequence has a last item");
    }
    List<@Nullable Object> items = Sequences.list(value);
    return items.isEmpty() ? Undefined.of("the last item of nothing") : items.get(items.size() - 1);
  }

  private static String join(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "d", "attribute");
    String separator = PythonText.str(arguments.get(0, ""));
    Object path = arguments.get(1, null);
    var joined = new StringBuilder();
    String between = "";
    for (Object item : Sequences.list(value)) {
      Object part = path == null ? item : AttributePath.of(path).get(item);
      joined.append(between).append(PythonText.str(part));
      Limits.text(joined.length());
      between = separator;
    }
    return joined.toString();
  }

  private static @Nullable Object otherwise(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "default_value", "boolean");
    boolean missing =
        value instanceof Undefined || Truth.of(arguments.get(1, false)) && !Truth.of(value);
    return missing ? arguments.get(0, "") : value;
  }

  private static Object items(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Generator(DictMethods.items(map).iterator());
    }
    if (value instanceof Undefined) {
      return new Generator(Collections.emptyIterator());
    }
    throw ExpressionException.type("Only a mapping has items");
  }

  private static Object reverse(@Nullable Object value) {
    if (!Sequences.isIterable(value)) {
      throw ExpressionException.value("Only a sequence can be reversed");
    }
    List<@Nullable Object> items = Sequences.list(value);
    Collections.reverse(items);
    if (!(value instanceof String)) {
      return new Generator(items.iterator());
    }
    return String.join("", items.stream().map(PythonText::str).toList());
  }

  private static @Nullable Object sum(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "attribute", "start");
    Object path = arguments.get(0, null);
    Object sum = arguments.get(1, 0L);
    if (sum instanceof String) {
      throw ExpressionException.type("Strings have no sum");
    }
    for (Object item : Sequences.list(value)) {
      sum = Arithmetic.add(sum, path == null ? item : AttributePath.of(path).get(item));
    }
    return sum;
  }

  private static Object batch(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(1, "linecount", "fill_with");
    int size = arguments.integer(0);
    List<@Nullable Object> batches = new ArrayList<>();
    List<@Nullable Object> batch = new ArrayList<>();
    for (Object item : Sequences.list(value)) {
      if (batch.size() == size) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(item);
    }
    if (!batch.isEmpty()) {
      while (arguments.get(1, null) != null && batch.size() < Limits.size(size)) {
        batch.add(arguments.get(1));
      }
      batches.add(batch);
    }
    return new Generator(batches.iterator());
  }

  private static Object slice(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(1, "slices", "fill_with");
    int slices = Limits.size(arguments.integer(0));
    if (slices <= 0) {
      throw ExpressionException.value("There must be a slice");
    }
    List<@Nullable Object> items = Sequences.list(value);
    List<@Nullable Object> all = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < slices; i++) {
      boolean longer = i < items.size() % slices;
      int to = from + items.size() / slices + (longer ? 1 : 0);
      List<@Nullable Object> part = new ArrayList<>(items.subList(from, to));
      if (arguments.get(1, null) != null && !longer) {
        part.add(arguments.get(1));
      }
      all.add(part);
      from = to;
    }
    return new Generator(all.iterator());
  }

  private static @Nullable Object attribute(@Nullable Object value, String name) {
    Object found = Attributes.find(value, name);
    return found == Items.MISSING ? Undefined.of(name) : found;
  }
}
