package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in brackets: members of maps, items of sequences, and slices of them. */
final class Items {
  /** Is there for no key, where None may well be. */
  static final Object MISSING = new Object();

  private Items() {}

  /** The member or item, or else the attribute of that name, or else undefined. */
  static @Nullable Object get(@Nullable Object value, @Nullable Object key) {
    Object found = item(value, key);
    if (found == MISSING && key instanceof String name) {
      found = Attributes.find(value, name);
    }
    if (found != MISSING) {
      return found;
    }
    return value instanceof Undefined undefined
        ? fail(undefined)
        : Undefined.of(PythonText.typeName(value) + " object[" + key + "]");
  }

  private static @Nullable Object fail(Undefined undefined) {
    throw undefined.failure();
  }

  /** The member or item; {@link #MISSING} where there is none, or where the value has no items. */
  static @Nullable Object item(@Nullable Object value, @Nullable Object key) {
    if (value instanceof Map<?, ?> map) {
      return isHashable(key) ? find(map, key) : MISSING;
    }
    if (Numbers.isWhole(key) && (value instanceof List || value instanceof String)) {
      int index = Numbers.index(key);
      int length = Sequences.length(value);
      int from = index < 0 ? index + length : index;
      return from >= 0 && from < length ? Sequences.at(value, from) : MISSING;
    }
    return MISSING;
  }

  /** The member of the map whose key is equal in Python, or {@link #MISSING}. */
  static @Nullable Object find(Map<?, ?> map, @Nullable Object key) {
    if (!(key instanceof String)) {
      requireHashable(key);
      Object canonical = canonical(map, key);
      return canonical == MISSING ? MISSING : map.get(canonical);
    }
    Object value = map.get(key);
    return value != null || map.containsKey(key) ? value : MISSING;
  }

  /** The map's own form of the key, as 1 and 1.0 and True are the same key in Python. */
  static @Nullable Object canonical(Map<?, ?> map, @Nullable Object key) {
    if (Numbers.isNumber(key)) {
      for (Object other : map.keySet()) {
        if (Numbers.isNumber(other) && Comparison.equal(key, other)) {
          return other;
        }
      }
      return MISSING;
    }
    if (key == null) {
      return map.keySet().stream().anyMatch(other -> other == null) ? null : MISSING;
    }
    return map.containsKey(key) ? key : MISSING;
  }

  /** Sets a member as Python does: a key that is there keeps its form. */
  static void put(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
    requireHashable(key);
    Object canonical = key instanceof String ? key : canonical(map, key);
    map.put(canonical == MISSING ? key : canonical, value);
  }

  static void requireHashable(@Nullable Object key) {
    if (!isHashable(key)) {
      throw ExpressionException.type(PythonText.typeName(key) + " can be no key");
    }
  }

  static boolean isHashable(@Nullable Object key) {
    return key instanceof Tuple tuple
        ? tuple.stream().allMatch(Items::isHashable)
        : !(key instanceof List || key instanceof Map || key instanceof Set);
  }

  /** {@code value[start:stop:step]}, where each may be None. */
  static @Nullable Object slice(
      @Nullable Object value,
      @Nullable Object start,
      @Nullable Object stop,
      @Nullable Object step) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (!(value instanceof String || value instanceof List)
        || !isIndex(start)
        || !isIndex(stop)
        || !isIndex(step)) {
      throw ExpressionException.type(PythonText.typeName(value) + " cannot be sliced so");
    }
    if (step != null && Numbers.toBig(step).equals(BigInteger.ZERO)) {
      throw ExpressionException.value("A slice's step is zero");
    }
    return Sequences.slice(value, start, stop, step == null ? 1 : Numbers.index(step));
  }

  private static boolean isIndex(@Nullable Object value) {
    return value == null || Numbers.isWhole(value);
  }
}
