package org.airbytejdbc.declarative.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind a dot: attributes of our own types of values, and of nothing else. */
final class Attributes {
  private Attributes() {}

  /** The attribute, or else the member of that name, or else undefined. */
  static @Nullable Object get(@Nullable Object value, String name) {
    Object found = find(value, name);
    if (found == Items.MISSING) {
      found = Items.item(value, name);
    }
    if (found != Items.MISSING) {
      return found;
    }
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    return Undefined.of(name);
  }

  /** The attribute, or {@link Items#MISSING}. */
  static @Nullable Object find(@Nullable Object value, String name) {
    if (name.startsWith("__") && name.endsWith("__") && !(value instanceof Undefined)) {
      return Undefined.refused(name);
    }
    if (value instanceof String text) {
      return bound(text, name, StringMethods.ALL);
    }
    if (value instanceof StreamSlice slice) {
      return slice(slice, name);
    }
    if (value instanceof Namespace namespace) {
      return namespace.attribute(name);
    }
    if (value instanceof Map<?, ?> map) {
      return bound(map, name, DictMethods.ALL);
    }
    if (value instanceof List<?> list) {
      return list instanceof Tuple
          ? bound(list, name, ListMethods.OF_TUPLES)
          : bound(list, name, ListMethods.ALL);
    }
    if (value instanceof LoopState loop) {
      return loop.attribute(name);
    }
    return time(value, name);
  }

  private static @Nullable Object time(@Nullable Object value, String name) {
    if (value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime) {
      return TimeMethods.find((java.time.temporal.Temporal) value, name);
    }
    if (value instanceof Duration duration) {
      return TimeMethods.find(duration, name);
    }
    return value instanceof IsoDuration duration ? TimeMethods.find(duration, name) : Items.MISSING;
  }

  private static @Nullable Object slice(StreamSlice slice, String name) {
    return switch (name) {
      case "partition", "_partition" -> slice.partition();
      case "cursor_slice", "_cursor_slice" -> slice.cursorSlice();
      case "extra_fields", "_extra_fields" -> slice.extraFields();
      default -> bound(slice, name, DictMethods.OF_SLICES);
    };
  }

  private static <T> Object bound(
      T value, String name, Map<String, ? extends Method<? super T>> methods) {
    Method<? super T> method = methods.get(name);
    return method == null ? Items.MISSING : new Method.Bound<>(value, name, method);
  }
}
