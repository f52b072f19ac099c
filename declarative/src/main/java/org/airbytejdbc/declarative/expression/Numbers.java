package org.airbytejdbc.declarative.expression;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Python's numbers: whole ones of any size, floats, and booleans that count as 0 and 1. */
final class Numbers {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private Numbers() {}

  static boolean isNumber(@Nullable Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  static boolean isFloat(@Nullable Object value) {
    return value instanceof Double || value instanceof Float || value instanceof BigDecimal;
  }

  static boolean isWhole(@Nullable Object value) {
    return isNumber(value) && !isFloat(value);
  }

  /** Only for what {@link #isNumber}. */
  static double toDouble(@Nullable Object number) {
    if (number instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    double value = ((Number) requireNonNull(number)).doubleValue();
    if (number instanceof BigInteger && Double.isInfinite(value)) {
      throw ExpressionException.value("A whole number is too large for a float");
    }
    return value;
  }

  /** Whether the number is whole and small enough for {@link #toLong}. */
  static boolean isLong(@Nullable Object number) {
    return isWhole(number) && !(number instanceof BigInteger);
  }

  /** Only for what {@link #isLong}. */
  static long toLong(@Nullable Object number) {
    return number instanceof Boolean truth
        ? (truth ? 1 : 0)
        : ((Number) requireNonNull(number)).longValue();
  }

  /** Only for what {@link #isWhole}. */
  static BigInteger toBig(@Nullable Object number) {
    return number instanceof BigInteger big ? big : BigInteger.valueOf(toLong(number));
  }

  /** The whole number as a Long where it fits. */
  static Object normal(BigInteger number) {
    if (number.bitLength() > Limits.BITS) {
      throw ExpressionException.refused("A number has more than " + Limits.BITS + " bits");
    }
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  static BigInteger whole(@Nullable Object value) {
    if (isWhole(value)) {
      return toBig(value);
    }
    throw unfit(value);
  }

  /** A whole number as an index: one beyond an int becomes the nearest. */
  static int index(@Nullable Object value) {
    if (!isWhole(value)) {
      throw unfit(value);
    }
    long index = toBig(value).min(MAX).max(MIN).longValue();
    return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, index));
  }

  private static ExpressionException unfit(@Nullable Object value) {
    return value instanceof Undefined undefined
        ? undefined.failure()
        : ExpressionException.type("A whole number is needed");
  }

  /** The float without its fraction. */
  static Object truncate(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw ExpressionException.value("No whole number is as large, or none at all");
    }
    return normal(new BigDecimal(value).toBigInteger());
  }

  static int compare(@Nullable Object left, @Nullable Object right) {
    if (isLong(left) && isLong(right)) {
      return Long.compare(toLong(left), toLong(right));
    }
    if (isWhole(left) && isWhole(right)) {
      return toBig(left).compareTo(toBig(right));
    }
    if (isFinite(left) && isFinite(right)) {
      return exact(left).compareTo(exact(right));
    }
    // With an infinity on a side, the others may be as rough as they like.
    return Double.compare(rough(left), rough(right));
  }

  static boolean isNaN(@Nullable Object value) {
    return value instanceof Double number && Double.isNaN(number);
  }

  private static boolean isFinite(@Nullable Object number) {
    return !isFloat(number) || Double.isFinite(toDouble(number));
  }

  private static BigDecimal exact(@Nullable Object number) {
    return isFloat(number) ? new BigDecimal(toDouble(number)) : new BigDecimal(toBig(number));
  }

  private static double rough(@Nullable Object number) {
    return isFloat(number) ? toDouble(number) : toBig(number).doubleValue();
  }
}
