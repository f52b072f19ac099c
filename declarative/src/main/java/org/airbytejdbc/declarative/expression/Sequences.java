package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lists, tuples, texts and maps have in common: a length, an order, parts. */
final class Sequences {
  private Sequences() {}

  /** The items of whatever can be iterated over: a text's characters, a map's keys. */
  static Iterator<?> iterate(@Nullable Object value) {
    if (value instanceof Iterable<?> items) {
      return items.iterator();
    }
    if (value instanceof Map<?, ?> map) {
      return map.keySet().iterator();
    }
    if (value instanceof String text) {
      return text.codePoints().mapToObj(Character::toString).iterator();
    }
    if (value instanceof DictView view) {
      return view.items().iterator();
    }
    if (value instanceof Undefined undefined) {
      if (undefined.reason() == ExpressionException.Kind.REFUSED) {
        throw undefined.failure();
      }
      return Collections.emptyIterator();
    }
    throw ExpressionException.type(PythonText.typeName(value) + " has no items");
  }

  static boolean isIterable(@Nullable Object value) {
    return value instanceof Iterable
        || value instanceof Map
        || value instanceof String
        || value instanceof DictView
        || value instanceof Undefined;
  }

  /** A new list of all the items. */
  static List<@Nullable Object> list(@Nullable Object value) {
    List<@Nullable Object> items = new ArrayList<>();
    iterate(value).forEachRemaining(items::add);
    return items;
  }

  static int length(@Nullable Object value) {
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof DictView view) {
      return view.items().size();
    }
    if (value instanceof Undefined) {
      return 0;
    }
    throw ExpressionException.type(PythonText.typeName(value) + " has no length");
  }

  /** The item of a list or text at an index that is within. */
  static @Nullable Object at(@Nullable Object sequence, int index) {
    if (sequence instanceof String text) {
      int start = text.offsetByCodePoints(0, index);
      return Character.toString(text.codePointAt(start));
    }
    return ((List<?>) java.util.Objects.requireNonNull(sequence)).get(index);
  }

  /** The part of a list or text; null means as far as there is. */
  static Object slice(Object sequence, @Nullable Object start, @Nullable Object stop, int step) {
    int length = length(sequence);
    int first = bound(start, step > 0 ? 0 : length - 1, length, step);
    int end = bound(stop, step > 0 ? length : -1, length, step);
    if (sequence instanceof String text && step == 1 && length == text.length()) {
      return text.substring(first, Math.max(first, end));
    }
    List<@Nullable Object> items = list(sequence);
    List<@Nullable Object> part = new ArrayList<>();
    for (long i = first; step > 0 ? i < end : i > end; i += step) {
      part.add(items.get((int) i));
    }
    if (sequence instanceof String) {
      var text = new StringBuilder();
      part.forEach(text::append);
      return text.toString();
    }
    return sequence instanceof Tuple ? Tuple.copyOf(part) : part;
  }

  private static int bound(@Nullable Object given, int otherwise, int length, int step) {
    if (given == null) {
      return otherwise;
    }
    long index = Numbers.index(given);
    if (index < 0) {
      return (int) Math.max(index + length, step > 0 ? 0 : -1);
    }
    return (int) Math.min(index, step > 0 ? length : length - 1);
  }
}
