package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that choose, change and order the items of sequences. */
final class SelectionFilters {
  private SelectionFilters() {}

  static Map<String, Method<@Nullable Object>> all() {
    Map<String, Method<@Nullable Object>> all = new HashMap<>();
    all.put("map", SelectionFilters::map);
    all.put("select", (value, given) -> select(value, given, 0, true));
    all.put("reject", (value, given) -> select(value, given, 0, false));
    all.put("selectattr", (value, given) -> select(value, given, 1, true));
    all.put("rejectattr", (value, given) -> select(value, given, 1, false));
    all.put("unique", SelectionFilters::unique);
    all.put("sort", SelectionFilters::sort);
    all.put("min", (value, given) -> extreme(value, given, true));
    all.put("max", (value, given) -> extreme(value, given, false));
    all.put("dictsort", SelectionFilters::dictsort);
    all.put("groupby", SelectionFilters::groupby);
    return all;
  }

  private static Arguments after(Arguments given, int count) {
    return new Arguments(given.positional().subList(count, given.size()), given.named());
  }

  /** None and zero pass for nothing. */
  private static List<@Nullable Object> items(@Nullable Object value) {
    return Truth.of(value) ? Sequences.list(value) : List.of();
  }

  private static Generator map(@Nullable Object value, Arguments given) {
    UnaryOperator<@Nullable Object> change;
    if (given.size() == 0 && given.named().containsKey("attribute")) {
      var path = AttributePath.of(given.named().get("attribute"));
      Object otherwise = given.named().get("default");
      change =
          item -> {
            Object found = path.get(item);
            return found instanceof Undefined && otherwise != null ? otherwise : found;
          };
    } else if (given.size() == 0) {
      throw ExpressionException.value("map needs a filter or an attribute");
    } else {
      Method<@Nullable Object> filter = Filters.named(given.text(0));
      Arguments rest = after(given, 1);
      change = item -> filter.call(item, rest);
    }
    return new Generator(items(value).stream().map(change).iterator());
  }

  private static Generator select(
      @Nullable Object value, Arguments given, int attributes, boolean wanted) {
    if (given.size() < attributes) {
      throw ExpressionException.value("An attribute must be named");
    }
    AttributePath path = AttributePath.of(attributes == 0 ? null : given.get(0));
    Predicate<@Nullable Object> test;
    if (given.size() > attributes) {
      Method<@Nullable Object> named = Tests.named(given.text(attributes));
      Arguments rest = after(given, attributes + 1);
      test = item -> Truth.of(named.call(item, rest));
    } else {
      test = Truth::of;
    }
    return new Generator(
        items(value).stream().filter(item -> test.test(path.get(item)) == wanted).iterator());
  }

  /** What an item is compared by: texts without their case, unless it is asked for. */
  private static UnaryOperator<@Nullable Object> key(
      @Nullable Object attribute, @Nullable Object caseSensitive) {
    AttributePath path = AttributePath.of(attribute);
    boolean keepCase = Truth.of(caseSensitive);
    return item -> {
      Object value = path.get(item);
      return !keepCase && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    };
  }

  private static Generator unique(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "case_sensitive", "attribute");
    var key = key(arguments.get(1, null), arguments.get(0, false));
    Map<@Nullable Object, @Nullable Object> seen = new HashMap<>();
    List<@Nullable Object> unique = new ArrayList<>();
    for (Object item : Sequences.list(value)) {
      Object by = key.apply(item);
      if (Items.find(seen, by) == Items.MISSING) {
        Items.put(seen, by, true);
        unique.add(item);
      }
    }
    return new Generator(unique.iterator());
  }

  private static Object sort(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "reverse", "case_sensitive", "attribute");
    Comparator<@Nullable Object> order = (a, b) -> 0;
    Object attribute = arguments.get(2, null);
    List<?> attributes =
        attribute instanceof String text
            ? Splitting.by(text, ",", -1)
            : attribute == null ? List.of(Tuple.of()) : List.of(attribute);
    for (Object one : attributes) {
      var key = key(one instanceof Tuple ? null : one, arguments.get(1, false));
      order = order.thenComparing((a, b) -> Comparison.compare(key.apply(a), key.apply(b)));
    }
    List<@Nullable Object> items = Sequences.list(value);
    items.sort(Truth.of(arguments.get(0, false)) ? order.reversed() : order);
    return items;
  }

  private static @Nullable Object extreme(@Nullable Object value, Arguments given, boolean least) {
    Arguments arguments = given.bind(0, "case_sensitive", "attribute");
    var key = key(arguments.get(1, null), arguments.get(0, false));
    List<@Nullable Object> items = Sequences.list(value);
    if (items.isEmpty()) {
      return Undefined.of("an item of nothing");
    }
    Object best = items.get(0);
    for (Object item : items.subList(1, items.size())) {
      int order = Comparison.compare(key.apply(item), key.apply(best));
      best = (least ? order < 0 : order > 0) ? item : best;
    }
    return best;
  }

  private static Object dictsort(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "case_sensitive", "by", "reverse");
    String by = arguments.has(1) ? arguments.text(1) : "key";
    if (!(value instanceof Map<?, ?> map)) {
      throw value instanceof Undefined undefined
          ? undefined.failure()
          : ExpressionException.value("Only a mapping can be sorted by its keys");
    }
    if (!by.equals("key") && !by.equals("value")) {
      throw ExpressionException.value("Sort by key or value");
    }
    var key = key(by.equals("key") ? 0L : 1L, arguments.get(0, false));
    List<@Nullable Object> items = DictMethods.items(map);
    Comparator<@Nullable Object> order = (a, b) -> Comparison.compare(key.apply(a), key.apply(b));
    items.sort(Truth.of(arguments.get(2, false)) ? order.reversed() : order);
    return items;
  }

  private static Object groupby(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(1, "attribute", "default", "case_sensitive");
    Object otherwise = arguments.get(1, null);
    AttributePath path = AttributePath.of(arguments.get(0));
    var lower = key(null, arguments.get(2, false));
    UnaryOperator<@Nullable Object> grouper =
        item -> {
          Object found = path.get(item);
          return found instanceof Undefined && otherwise != null ? otherwise : found;
        };
    List<@Nullable Object> items = Sequences.list(value);
    items.sort(
        (a, b) -> Comparison.compare(lower.apply(grouper.apply(a)), lower.apply(grouper.apply(b))));
    List<@Nullable Object> groups = new ArrayList<>();
    List<@Nullable Object> group = new ArrayList<>();
    for (Object item : items) {
      Object by = grouper.apply(item);
      boolean same =
          !group.isEmpty()
              && Comparison.equal(lower.apply(by), lower.apply(grouper.apply(group.get(0))));
      if (!same) {
        group = new ArrayList<>();
        groups.add(Tuple.of(by, group));
      }
      group.add(item);
    }
    return groups;
  }
}
