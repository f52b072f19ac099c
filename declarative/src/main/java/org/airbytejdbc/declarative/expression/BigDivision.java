package org.airbytejdbc.declarative.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The quotient of whole numbers that no float holds exactly. */
final class BigDivision {
  /** Beyond it a float does not hold every whole number. */
  private static final long EXACT = 1L << 53;

  /** More digits than the longest tie between two floats has. */
  private static final MathContext PRECISE = new MathContext(800, RoundingMode.HALF_EVEN);

  private BigDivision() {}

  static double divide(long left, long right) {
    return Math.abs(left) <= EXACT && Math.abs(right) <= EXACT
        ? (double) left / right
        : divide(BigInteger.valueOf(left), BigInteger.valueOf(right));
  }

  static double divide(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isFloat(left) || Numbers.isFloat(right)) {
      return Numbers.toDouble(left) / Numbers.toDouble(right);
    }
    return divide(Numbers.toBig(left), Numbers.toBig(right));
  }

  private static double divide(BigInteger left, BigInteger right) {
    double quotient = new BigDecimal(left).divide(new BigDecimal(right), PRECISE).doubleValue();
    if (Double.isInfinite(quotient)) {
      throw ExpressionException.value("A quotient is too large for a float");
    }
    return quotient;
  }
}
