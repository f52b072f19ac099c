package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic operators on values of any type. */
final class Arithmetic {
  private Arithmetic() {}

  static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      if (Numbers.isFloat(left) || Numbers.isFloat(right)) {
        return Numbers.toDouble(left) + Numbers.toDouble(right);
      }
      return Numbers.normal(Numbers.toBig(left).add(Numbers.toBig(right)));
    }
    if (left instanceof String a && right instanceof String b) {
      Limits.text((long) a.length() + b.length());
      return a + b;
    }
    if (left instanceof List<?> a
        && right instanceof List<?> b
        && left instanceof Tuple == right instanceof Tuple) {
      List<@Nullable Object> all = new ArrayList<>(a);
      all.addAll(b);
      Limits.size(all.size());
      return left instanceof Tuple ? Tuple.copyOf(all) : all;
    }
    return TimeArithmetic.add(left, right).orElseThrow(() -> unsupported("+", left, right));
  }

  static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      if (Numbers.isFloat(left) || Numbers.isFloat(right)) {
        return Numbers.toDouble(left) - Numbers.toDouble(right);
      }
      return Numbers.normal(Numbers.toBig(left).subtract(Numbers.toBig(right)));
    }
    return TimeArithmetic.subtract(left, right).orElseThrow(() -> unsupported("-", left, right));
  }

  static @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      if (Numbers.isFloat(left) || Numbers.isFloat(right)) {
        return Numbers.toDouble(left) * Numbers.toDouble(right);
      }
      return Numbers.normal(Numbers.toBig(left).multiply(Numbers.toBig(right)));
    }
    if (Numbers.isWhole(right) && (left instanceof String || left instanceof List)) {
      return repeat(left, Numbers.index(right));
    }
    if (Numbers.isWhole(left) && (right instanceof String || right instanceof List)) {
      return repeat(right, Numbers.index(left));
    }
    return TimeArithmetic.multiply(left, right).orElseThrow(() -> unsupported("*", left, right));
  }

  private static Object repeat(Object sequence, int times) {
    if (sequence instanceof String text) {
      Limits.size((long) text.length() * Math.max(0, times));
      return text.repeat(Math.max(0, times));
    }
    List<?> list = (List<?>) sequence;
    Limits.size((long) list.size() * Math.max(0, times));
    List<@Nullable Object> all = new ArrayList<>();
    Collections.nCopies(list.isEmpty() ? 0 : Math.max(0, times), list).forEach(all::addAll);
    return sequence instanceof Tuple ? Tuple.copyOf(all) : all;
  }

  static @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      refuseZero(right);
      if (left instanceof BigInteger || right instanceof BigInteger) {
        return BigDivision.divide(left, right);
      }
      if (Numbers.isWhole(left) && Numbers.isWhole(right)) {
        return BigDivision.divide(Numbers.toLong(left), Numbers.toLong(right));
      }
      return Numbers.toDouble(left) / Numbers.toDouble(right);
    }
    return TimeArithmetic.divide(left, right).orElseThrow(() -> unsupported("/", left, right));
  }

  static @Nullable Object floorDivide(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      refuseZero(right);
      if (Numbers.isFloat(left) || Numbers.isFloat(right)) {
        return floorDivide(Numbers.toDouble(left), Numbers.toDouble(right));
      }
      return Numbers.normal(floorDivide(Numbers.toBig(left), Numbers.toBig(right)));
    }
    return TimeArithmetic.floorDivide(left, right)
        .orElseThrow(() -> unsupported("//", left, right));
  }

  private static BigInteger floorDivide(BigInteger left, BigInteger right) {
    BigInteger[] parts = left.divideAndRemainder(right);
    return parts[1].signum() != 0 && parts[1].signum() != right.signum()
        ? parts[0].subtract(BigInteger.ONE)
        : parts[0];
  }

  /** Python takes the remainder off first, so that the quotient and the remainder fit together. */
  private static double floorDivide(double left, double right) {
    double remainder = remainder(left, right);
    double quotient = (left - remainder) / right;
    if (quotient == 0) {
      return Math.copySign(0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  static @Nullable Object modulo(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String format) {
      return PercentFormat.format(format, right);
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      refuseZero(right);
      if (Numbers.isFloat(left) || Numbers.isFloat(right)) {
        return remainder(Numbers.toDouble(left), Numbers.toDouble(right));
      }
      BigInteger divisor = Numbers.toBig(right);
      BigInteger remainder = Numbers.toBig(left).mod(divisor.abs());
      return Numbers.normal(
          divisor.signum() < 0 && remainder.signum() != 0 ? remainder.add(divisor) : remainder);
    }
    throw unsupported("%", left, right);
  }

  private static double remainder(double left, double right) {
    double remainder = left % right;
    if (remainder == 0) {
      return Math.copySign(0, right);
    }
    return remainder < 0 == right < 0 ? remainder : remainder + right;
  }

  static @Nullable Object power(@Nullable Object left, @Nullable Object right) {
    if (!Numbers.isNumber(left) || !Numbers.isNumber(right)) {
      throw unsupported("**", left, right);
    }
    boolean whole = Numbers.isWhole(left) && Numbers.isWhole(right);
    if (whole && Numbers.toBig(right).signum() >= 0) {
      BigInteger base = Numbers.toBig(left);
      int exponent = Numbers.index(right);
      if ((long) base.abs().subtract(BigInteger.ONE).bitLength() * exponent > Limits.BITS) {
        throw ExpressionException.refused("A number has more than " + Limits.BITS + " bits");
      }
      return Numbers.normal(base.pow(exponent > Limits.BITS ? 2 + exponent % 2 : exponent));
    }
    double base = Numbers.toDouble(left);
    double exponent = Numbers.toDouble(right);
    if (base == 0 && exponent < 0) {
      throw ExpressionException.value("Zero to a negative power");
    }
    double power =
        base == 1 || base == -1 && Double.isInfinite(exponent) ? 1 : Math.pow(base, exponent);
    if (Double.isNaN(power) && !Double.isNaN(base) && !Double.isNaN(exponent)) {
      throw ExpressionException.value("A complex number");
    }
    if (Double.isInfinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
      throw ExpressionException.value("A power is too large for a float");
    }
    return power;
  }

  static @Nullable Object negative(@Nullable Object value) {
    if (Numbers.isFloat(value)) {
      return -Numbers.toDouble(value);
    }
    if (Numbers.isNumber(value)) {
      return Numbers.normal(Numbers.toBig(value).negate());
    }
    return TimeArithmetic.negative(value).orElseThrow(() -> unsupported("-", value, value));
  }

  static @Nullable Object positive(@Nullable Object value) {
    if (Numbers.isNumber(value)) {
      return Numbers.isFloat(value) ? value : Numbers.normal(Numbers.toBig(value));
    }
    if (value instanceof java.time.Duration) {
      return value;
    }
    throw unsupported("+", value, value);
  }

  private static void refuseZero(@Nullable Object divisor) {
    if (Numbers.toDouble(divisor) == 0) {
      throw ExpressionException.value("Division by zero");
    }
  }

  private static ExpressionException unsupported(
      String operator, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Undefined undefined) {
      return undefined.failure();
    }
    if (right instanceof Undefined undefined) {
      return undefined.failure();
    }
    return ExpressionException.type(
        "%s and %s have no %s"
            .formatted(PythonText.typeName(left), PythonText.typeName(right), operator));
  }
}
