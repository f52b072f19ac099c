package org.airbytejdbc.declarative.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A float as Python's {@code repr} writes it: the shortest digits that are still this float. */
final class FloatText {
  /** Every text of so many digits is a float of its own, so none of them can be shorter. */
  private static final int ALWAYS_SHORTEST = 15;

  private FloatText() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    String sign = value < 0 ? "-" : "";
    BigDecimal decimal = shortest(Math.abs(value)).stripTrailingZeros();
    String digits = decimal.unscaledValue().toString();
    int point = digits.length() - decimal.scale();
    if (point > 16 || point <= -4) {
      return sign + scientific(digits, point - 1);
    }
    if (point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? sign + digits + "0".repeat(point - digits.length()) + ".0"
        : sign + digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String scientific(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
  }

  /** Before Java 19 a text may have a digit too many. */
  private static BigDecimal shortest(double value) {
    BigDecimal known = new BigDecimal(Double.toString(value));
    if (known.precision() <= ALWAYS_SHORTEST && value > 1e-300) {
      return known;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits <= 17; digits++) {
      if (digits == 1 && value > 1e-300) {
        digits = ALWAYS_SHORTEST;
      }
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return known;
  }
}
