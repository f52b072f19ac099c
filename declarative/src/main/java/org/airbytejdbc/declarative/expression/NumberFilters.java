package org.airbytejdbc.declarative.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters that make and change numbers. */
final class NumberFilters {
  private NumberFilters() {}

  static Map<String, Method<@Nullable Object>> all() {
    return Map.of(
        "abs", (value, given) -> absolute(value),
        "int", NumberFilters::whole,
        "float", NumberFilters::real,
        "round", NumberFilters::round);
  }

  private static @Nullable Object absolute(@Nullable Object value) {
    if (Numbers.isFloat(value)) {
      return Math.abs(Numbers.toDouble(value));
    }
    if (Numbers.isNumber(value)) {
      return Numbers.normal(Numbers.toBig(value).abs());
    }
    if (value instanceof java.time.Duration duration) {
      return duration.abs();
    }
    throw value instanceof Undefined undefined
        ? undefined.failure()
        : ExpressionException.type("Only a number has an absolute value");
  }

  private static @Nullable Object whole(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "default", "base");
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(value)) {
      return Numbers.isFloat(value)
          ? truncated(value, arguments)
          : Numbers.normal(Numbers.toBig(value));
    }
    if (!(value instanceof String text)) {
      return arguments.get(0, 0L);
    }
    Optional<Object> parsed = parse(text, arguments.integer(1, 10));
    if (parsed.isPresent()) {
      return parsed.get();
    }
    Optional<Double> real = parse(text);
    return real.filter(Double::isFinite).isPresent()
        ? Numbers.truncate(real.get())
        : arguments.get(0, 0L);
  }

  /** No whole number is as large as infinity, which is an error; but what is no number has none. */
  private static @Nullable Object truncated(@Nullable Object value, Arguments arguments) {
    return Numbers.isNaN(value) ? arguments.get(0, 0L) : Numbers.truncate(Numbers.toDouble(value));
  }

  private static Optional<Object> parse(String text, int base) {
    String digits = Trimming.strip(text, null, true, true).toLowerCase(Locale.ROOT);
    String sign = digits.startsWith("-") ? "-" : "";
    digits = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
    String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
    if (!prefix.isEmpty() && digits.startsWith(prefix)) {
      digits = digits.substring(2);
    }
    if (!digits.matches("[0-9a-z]+(_[0-9a-z]+)*") && !digits.matches("\\p{Nd}+(_\\p{Nd}+)*")
        || digits.length() > 4300) {
      return Optional.empty();
    }
    try {
      return Optional.of(Numbers.normal(new BigInteger(sign + digits.replace("_", ""), base)));
    } catch (NumberFormatException other) {
      return Optional.empty();
    }
  }

  /** A float as Python reads it. */
  static Optional<Double> parse(String text) {
    String digits = Trimming.strip(text, null, true, true).toLowerCase(Locale.ROOT);
    if (digits.matches("[+-]?(inf|infinity)")) {
      return Optional.of(
          digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (digits.matches("[+-]?nan")) {
      return Optional.of(Double.NaN);
    }
    String part = "\\d+(_\\d+)*";
    return digits.matches("[+-]?(P(\\.(P)?)?|\\.P)(e[+-]?P)?".replace("P", part))
        ? Optional.of(Double.valueOf(digits.replace("_", "")))
        : Optional.empty();
  }

  private static @Nullable Object real(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "default");
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(value)) {
      return Numbers.toDouble(value);
    }
    Optional<Double> parsed = value instanceof String text ? parse(text) : Optional.empty();
    return parsed.isPresent() ? parsed.get() : arguments.get(0, 0.0);
  }

  private static Object round(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "precision", "method");
    int precision = arguments.integer(0, 0);
    String method = arguments.has(1) ? arguments.text(1) : "common";
    if (!Numbers.isNumber(value)) {
      throw ExpressionException.type("Only a number can be rounded");
    }
    double scale = Math.pow(10, precision);
    return switch (method) {
      case "common" ->
          Numbers.isFloat(value)
              ? (Object) FloatFormat.round(Numbers.toDouble(value), precision)
              : rounded(Numbers.toBig(value), precision);
      case "ceil" -> Math.ceil(Numbers.toDouble(value) * scale) / scale;
      case "floor" -> Math.floor(Numbers.toDouble(value) * scale) / scale;
      default -> throw ExpressionException.value("There is no such method to round by");
    };
  }

  private static Object rounded(BigInteger value, int precision) {
    if (precision >= 0) {
      return Numbers.normal(value);
    }
    return Numbers.normal(
        new BigDecimal(value)
            .setScale(Math.max(precision, -Limits.TEXT), RoundingMode.HALF_EVEN)
            .toBigInteger());
  }
}
