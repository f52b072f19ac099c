package org.airbytejdbc.declarative.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with a given precision, as {@code %e}, {@code %f} and {@code %g} write them. */
final class FloatFormat {
  private FloatFormat() {}

  /**
   * The number without its sign.
   *
   * @param type e, f, g, or % for hundredths
   * @param alternate whether %g keeps its trailing zeros
   */
  static String of(double value, char type, int precision, boolean alternate) {
    double number = Math.abs(value);
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "nan" : "inf";
    }
    Limits.size(precision);
    BigDecimal exact = new BigDecimal(number);
    return switch (Character.toLowerCase(type)) {
      case 'e' -> scientific(exact, precision);
      case 'g' -> general(exact, precision == 0 ? 1 : precision, alternate);
      case '%' -> fixed(new BigDecimal(number * 100), precision) + "%";
      default -> fixed(exact, precision);
    };
  }

  private static String fixed(BigDecimal exact, int precision) {
    return exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(BigDecimal exact, int precision) {
    BigDecimal rounded = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().toString();
    digits = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
    String mantissa =
        precision == 0
            ? digits.substring(0, 1)
            : digits.charAt(0) + "." + digits.substring(1, precision + 1);
    return mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private static String general(BigDecimal exact, int precision, boolean alternate) {
    BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String text =
        exponent < -4 || exponent >= precision
            ? scientific(exact, precision - 1)
            : fixed(rounded, Math.max(0, precision - 1 - exponent));
    if (alternate || text.indexOf('.') < 0) {
      return text;
    }
    int end = text.indexOf('e') < 0 ? text.length() : text.indexOf('e');
    String digits = text.substring(0, end).replaceAll("\\.?0+$", "");
    return digits + text.substring(end);
  }

  /** As Python's {@code round}: to the nearest, a tie to the even, of the float's exact value. */
  static double round(double value, int digits) {
    if (!Double.isFinite(value) || digits > 400) {
      return value;
    }
    BigDecimal rounded =
        new BigDecimal(value).setScale(Math.max(digits, -400), RoundingMode.HALF_EVEN);
    return Math.copySign(rounded.doubleValue(), value);
  }
}
