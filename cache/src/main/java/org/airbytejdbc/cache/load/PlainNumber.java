package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;

/** Finds the end of a plain number; see {@link PlainJson} for what the methods get and return. */
final class PlainNumber {
  /** Any decimal number of so many digits survives being a DOUBLE. */
  private static final int SAFE_DIGITS = 15;

  /** The most digits that a DOUBLE is written with. */
  private static final int DOUBLE_DIGITS = 17;

  /** Any exponent of so many digits is one that a DOUBLE has. */
  private static final int SAFE_EXPONENT_DIGITS = 2;

  /** The largest of the integers that a DOUBLE holds all of. */
  private static final long MOST_EXACT = 1L << 53;

  /** Sign, point and digits that a long has room for. */
  private static final int MOST_EXACT_LENGTH = 20;

  /** The powers of ten that a DOUBLE holds. */
  private static final double[] TENS = DoubleStream.iterate(1, ten -> ten * 10).limit(23).toArray();

  private PlainNumber() {}

  /** An integer of at most so many digits; some connectors write it with a fraction of zeros. */
  static int integer(byte[] b, int at, int end, int most) {
    int past = whole(b, at, end);
    int count = past - (b[at] == '-' ? at + 1 : at);
    if (past == NOT_PLAIN || count > most || past >= end) {
      return NOT_PLAIN;
    }
    if (b[past] == '.' && count <= SAFE_DIGITS) {
      int point = past;
      past = point + 1 + zeros(b, point + 1, end);
      return past > point + 1 && past < end && !isDigit(b[past]) && !continues(b[past])
          ? past
          : NOT_PLAIN;
    }
    return continues(b[past]) ? NOT_PLAIN : past;
  }

  /** A number that a DOUBLE holds as far as a DOUBLE can. */
  static int number(byte[] b, int at, int end) {
    int first = b[at] == '-' ? at + 1 : at;
    int point = whole(b, at, end);
    if (point == NOT_PLAIN || point >= end) {
      return NOT_PLAIN;
    }
    if (!continues(b[point])) {
      return point - first <= SAFE_DIGITS ? point : NOT_PLAIN;
    }
    int past = b[point] == '.' ? digits(b, point + 1, end) : point;
    if (b[point] == '.' && past == point + 1 || significant(b, first, past) > DOUBLE_DIGITS) {
      return NOT_PLAIN;
    }
    return past < end && isExponent(b[past])
        ? exponent(b, past + 1, end, SAFE_EXPONENT_DIGITS)
        : past;
  }

  private static int exponent(byte[] b, int at, int end, int most) {
    int first = at < end && (b[at] == '+' || b[at] == '-') ? at + 1 : at;
    int past = digits(b, first, end);
    return past > first && past - first <= most ? past : NOT_PLAIN;
  }

  /** A number without an exponent that a DECIMAL holds to the last digit. */
  static int decimal(byte[] b, int at, int end, int precision, int scale) {
    int first = b[at] == '-' ? at + 1 : at;
    int point = whole(b, at, end);
    if (point == NOT_PLAIN || point >= end) {
      return NOT_PLAIN;
    }
    boolean fraction = b[point] == '.';
    int past = fraction ? digits(b, point + 1, end) : point;
    int decimals = fraction ? past - point - 1 : 0;
    int whole = b[first] == '0' ? 0 : point - first;
    boolean broken = fraction && decimals == 0 || past < end && isExponent(b[past]);
    return broken || whole > precision - scale || decimals > scale ? NOT_PLAIN : past;
  }

  /** Any number of JSON. */
  static int any(byte[] b, int at, int end) {
    int past = whole(b, at, end);
    if (past != NOT_PLAIN && past < end && b[past] == '.') {
      int point = past;
      past = digits(b, point + 1, end);
      if (past == point + 1) {
        return NOT_PLAIN;
      }
    }
    return past != NOT_PLAIN && past < end && isExponent(b[past])
        ? exponent(b, past + 1, end, Integer.MAX_VALUE)
        : past;
  }

  /** What a plain integer is, its fraction of zeros left out. */
  static long longValue(byte[] b, int at) {
    boolean negative = b[at] == '-';
    long value = 0;
    for (int i = negative ? at + 1 : at; isDigit(b[i]); i++) {
      value = value * 10 + b[i] - '0';
    }
    return negative ? -value : value;
  }

  /** The DOUBLE that is nearest to a plain number. */
  static double doubleValue(byte[] b, int at, int past) {
    boolean negative = b[at] == '-';
    long digits = 0;
    int decimals = 0;
    boolean point = false;
    for (int i = negative ? at + 1 : at; i < past; i++) {
      if (isDigit(b[i])) {
        digits = digits * 10 + b[i] - '0';
        decimals += point ? 1 : 0;
      } else if (b[i] == '.') {
        point = true;
      } else {
        return parsed(b, at, past);
      }
    }
    // Both are exact, so that their quotient is the nearest.
    if (past - at > MOST_EXACT_LENGTH || digits > MOST_EXACT || decimals >= TENS.length) {
      return parsed(b, at, past);
    }
    double value = digits / TENS[decimals];
    return negative ? -value : value;
  }

  private static double parsed(byte[] b, int at, int past) {
    return Double.parseDouble(new String(b, at, past - at, StandardCharsets.US_ASCII));
  }

  /** Past the digits before the point; JSON has no zeros ahead of others. */
  static int whole(byte[] b, int at, int end) {
    int first = b[at] == '-' ? at + 1 : at;
    int past = digits(b, first, end);
    return past == first || past > first + 1 && b[first] == '0' ? NOT_PLAIN : past;
  }

  private static int digits(byte[] b, int at, int end) {
    int i = at;
    while (i < end && isDigit(b[i])) {
      i++;
    }
    return i;
  }

  private static int zeros(byte[] b, int at, int end) {
    int i = at;
    while (i < end && b[i] == '0') {
      i++;
    }
    return i - at;
  }

  /** Digits between two positions from the first that is not zero. */
  private static int significant(byte[] b, int at, int end) {
    int i = at;
    boolean point = false;
    while (i < end && (b[i] == '0' || b[i] == '.')) {
      i++;
    }
    for (int j = i; j < end; j++) {
      point |= b[j] == '.';
    }
    return end - i - (point ? 1 : 0);
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean continues(byte c) {
    return c == '.' || isExponent(c);
  }

  private static boolean isExponent(byte c) {
    return c == 'e' || c == 'E';
  }
}
