package org.airbytejdbc.declarative.transform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.http.PythonText;
import org.jspecify.annotations.Nullable;

/** A value as the one type of a schema wants it, or as it is where it cannot be that. */
final class TypedValue {
  private static final Set<String> TRUE = Set.of("y", "yes", "t", "true", "on", "1");
  private static final Set<String> FALSE = Set.of("n", "no", "f", "false", "off", "0");
  private static final Set<String> SIMPLE =
      Set.of("string", "number", "integer", "boolean", "null");

  /** What Java's own parser takes besides is no number to Python. */
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private TypedValue() {}

  static @Nullable Object of(@Nullable Object value, Map<?, ?> schema) {
    List<String> types = types(schema.get("type"));
    if (value == null && types.contains("null")) {
      return null;
    }
    List<String> real = types.stream().filter(type -> !type.equals("null")).toList();
    if (real.size() != 1) {
      return value;
    }
    return switch (real.get(0)) {
      case "string" -> PythonText.of(value);
      case "number" -> number(value);
      case "integer" -> integer(value);
      case "boolean" -> truth(value);
      case "array" -> list(value, schema.get("items"));
      default -> value;
    };
  }

  private static List<String> types(@Nullable Object type) {
    if (type instanceof List<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return type == null ? List.of() : List.of(type.toString());
  }

  private static @Nullable Object number(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1.0 : 0.0;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof String text && FLOAT.matcher(plain(text)).matches()
        ? Double.valueOf(plain(text))
        : value;
  }

  /** Python cuts a float, but reads no text with a point as a whole number. */
  private static @Nullable Object integer(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? whole(new BigDecimal(number).toBigInteger()) : value;
    }
    try {
      return value instanceof String text ? whole(new BigInteger(plain(text))) : value;
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static String plain(String text) {
    return text.strip().replaceAll("(?<=\\d)_(?=\\d)", "");
  }

  private static Object whole(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static @Nullable Object truth(@Nullable Object value) {
    if (value instanceof String text) {
      String word = text.strip().toLowerCase(Locale.ROOT);
      return TRUE.contains(word) ? Boolean.TRUE : FALSE.contains(word) ? Boolean.FALSE : value;
    }
    boolean nothing =
        value == null
            || Boolean.FALSE.equals(value)
            || value instanceof Number number && number.doubleValue() == 0
            || value instanceof List<?> list && list.isEmpty()
            || value instanceof Map<?, ?> object && object.isEmpty();
    return !nothing;
  }

  /** A simple value where a list of simple ones is wanted is the one item of it. */
  private static @Nullable Object list(@Nullable Object value, @Nullable Object items) {
    List<String> types = items instanceof Map<?, ?> schema ? types(schema.get("type")) : List.of();
    boolean simple = !(value instanceof Map) && !(value instanceof List);
    if (!simple || !SIMPLE.containsAll(types)) {
      return value;
    }
    List<@Nullable Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }
}
