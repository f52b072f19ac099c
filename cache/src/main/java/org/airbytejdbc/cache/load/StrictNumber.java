package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_FIELD_SIZE_LIMITATION;
import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_TYPECAST_ERROR;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;

/** What number columns can hold of a number, or of a string with one. */
final class StrictNumber {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

  /** Longer numbers than any column holds; to compute with them would be slow. */
  private static final int LONGEST = 400;

  private StrictNumber() {}

  /**
   * @param wide whether the column already holds more than 64 bits
   */
  static Held integer(String text, boolean wide) {
    Optional<BigDecimal> number = parse(text);
    if (number.isEmpty()) {
      return unheld(text);
    }
    BigDecimal value = number.get().stripTrailingZeros();
    if (magnitude(value) > 39) {
      return Held.nothing(DESTINATION_FIELD_SIZE_LIMITATION, text);
    }
    if (value.scale() > 0) {
      return Held.nothing(DESTINATION_TYPECAST_ERROR, text);
    }
    BigInteger integer = value.toBigIntegerExact();
    if (integer.bitLength() <= 63 || wide && integer.abs().compareTo(LARGEST) <= 0) {
      return Held.whole(integer.toString());
    }
    return integer.abs().compareTo(LARGEST) <= 0
        ? Held.wide(integer.toString())
        : Held.nothing(DESTINATION_FIELD_SIZE_LIMITATION, text);
  }

  static Held decimal(String text, Decimal type) {
    Optional<BigDecimal> number = parse(text);
    if (number.isEmpty()) {
      return unheld(text);
    }
    BigDecimal value = number.get();
    if (magnitude(value) > type.precision()) {
      return value.signum() == 0
          ? Held.whole("0")
          : Held.nothing(DESTINATION_FIELD_SIZE_LIMITATION, text);
    }
    BigDecimal scaled =
        magnitude(value) < -type.scale()
            ? BigDecimal.ZERO
            : value.setScale(type.scale(), RoundingMode.HALF_UP);
    if (scaled.precision() - scaled.scale() > type.precision() - type.scale()
        && scaled.signum() != 0) {
      return Held.nothing(DESTINATION_FIELD_SIZE_LIMITATION, text);
    }
    return scaled.compareTo(value) == 0
        ? Held.whole(scaled.toPlainString())
        : Held.part(scaled.toPlainString(), DESTINATION_FIELD_SIZE_LIMITATION, text);
  }

  /** As a DOUBLE; told when the nearest one, written with as many digits, is another number. */
  static Held number(String text) {
    String stripped = text.strip();
    switch (stripped) {
      case "NaN", "Infinity", "-Infinity" -> {
        return Held.whole(stripped);
      }
      case "INF", "+INF", "+Infinity" -> {
        return Held.whole("Infinity");
      }
      case "-INF" -> {
        return Held.whole("-Infinity");
      }
      default -> {
        if (!NUMBER.matcher(stripped).matches()) {
          return Held.nothing(DESTINATION_TYPECAST_ERROR, text);
        }
      }
    }
    double value = Double.parseDouble(stripped);
    if (Double.isInfinite(value)) {
      return Held.nothing(DESTINATION_FIELD_SIZE_LIMITATION, text);
    }
    return isExact(stripped, value)
        ? Held.whole(Double.toString(value))
        : Held.part(Double.toString(value), DESTINATION_FIELD_SIZE_LIMITATION, text);
  }

  private static boolean isExact(String text, double value) {
    Optional<BigDecimal> number = parse(text);
    if (number.isEmpty()) {
      return false;
    }
    BigDecimal wanted = number.get();
    boolean fraction = text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    if (fraction && wanted.precision() <= 17) {
      // What any program means that writes so many digits: a DOUBLE.
      return wanted.signum() == 0 || value != 0;
    }
    MathContext digits = new MathContext(Math.max(wanted.precision(), 1));
    return new BigDecimal(value).round(digits).compareTo(wanted) == 0;
  }

  private static Held unheld(String text) {
    boolean number = NUMBER.matcher(text.strip()).matches();
    return Held.nothing(
        number ? DESTINATION_FIELD_SIZE_LIMITATION : DESTINATION_TYPECAST_ERROR, text);
  }

  private static Optional<BigDecimal> parse(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST || !NUMBER.matcher(stripped).matches()) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(stripped));
  }

  /** Digits before the decimal point; negative for zeros behind it. */
  private static long magnitude(BigDecimal value) {
    return value.signum() == 0 ? 0 : (long) value.precision() - value.scale();
  }
}
