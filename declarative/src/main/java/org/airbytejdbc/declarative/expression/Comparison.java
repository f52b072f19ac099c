package org.airbytejdbc.declarative.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's comparisons of values of any type. */
final class Comparison {
  private Comparison() {}

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return !Numbers.isNaN(left) && !Numbers.isNaN(right) && Numbers.compare(left, right) == 0;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return left instanceof Tuple == right instanceof Tuple && equal(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return equal(a, b);
    }
    if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
      return a.isEqual(b);
    }
    return Objects.equals(left, right);
  }

  private static boolean equal(List<?> left, List<?> right) {
    Iterator<?> others = right.iterator();
    return left.size() == right.size() && left.stream().allMatch(item -> same(item, others.next()));
  }

  private static boolean equal(Map<?, ?> left, Map<?, ?> right) {
    return left.size() == right.size()
        && left.entrySet().stream()
            .allMatch(
                member -> {
                  Object other = Items.find(right, member.getKey());
                  return other != Items.MISSING && same(member.getValue(), other);
                });
  }

  /** Containers take a value for itself before they compare. */
  static boolean same(@Nullable Object left, @Nullable Object right) {
    return left == right || equal(left, right);
  }

  /**
   * Negative, zero or positive as the first is smaller, equal or greater.
   *
   * @throws ExpressionException if values of these types have no order
   */
  static int compare(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return Numbers.compare(left, right);
    }
    if (left instanceof String a && right instanceof String b) {
      return compareText(a, b);
    }
    if (left instanceof List<?> a
        && right instanceof List<?> b
        && left instanceof Tuple == right instanceof Tuple) {
      return compare(a, b);
    }
    if (left instanceof LocalDate a && right instanceof LocalDate b) {
      return a.compareTo(b);
    }
    if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
      return a.compareTo(b);
    }
    if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
      return a.toInstant().compareTo(b.toInstant());
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return a.compareTo(b);
    }
    if (left instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (right instanceof Undefined undefined) {
      throw undefined.failure();
    }
    throw ExpressionException.type(
        "%s and %s have no order".formatted(PythonText.typeName(left), PythonText.typeName(right)));
  }

  private static int compare(List<?> left, List<?> right) {
    for (int i = 0; i < left.size() && i < right.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return compare(left.get(i), right.get(i));
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** By characters, not by halves of characters. */
  private static int compareText(String left, String right) {
    for (int i = 0; i < left.length() && i < right.length(); i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean halves = Character.isSurrogate(a) || Character.isSurrogate(b);
        return halves && Character.isSurrogate(a) != Character.isSurrogate(b)
            ? (Character.isSurrogate(a) ? 1 : -1)
            : a - b;
      }
    }
    return left.length() - right.length();
  }

  static boolean less(@Nullable Object left, @Nullable Object right) {
    return compare(left, right) < 0 && ordered(left, right);
  }

  static boolean lessOrEqual(@Nullable Object left, @Nullable Object right) {
    return compare(left, right) <= 0 && ordered(left, right);
  }

  private static boolean ordered(@Nullable Object left, @Nullable Object right) {
    return !Numbers.isNaN(left) && !Numbers.isNaN(right);
  }

  /** Whether the second holds the first, as {@code in} asks. */
  static boolean in(@Nullable Object item, @Nullable Object container) {
    if (container instanceof String text) {
      if (item instanceof String part) {
        return text.contains(part);
      }
      throw ExpressionException.type("A string holds only strings");
    }
    if (container instanceof Map<?, ?> map) {
      return Items.find(map, item) != Items.MISSING;
    }
    if (container instanceof Set<?> set) {
      Items.requireHashable(item);
      return set.stream().anyMatch(other -> same(item, other));
    }
    Iterator<?> items = Sequences.iterate(container);
    while (items.hasNext()) {
      if (same(item, items.next())) {
        return true;
      }
    }
    return false;
  }
}
