package org.airbytejdbc.cache.catalog;

import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** What a column becomes whose field has another type than before: one that holds both. */
final class TypeWidening {
  private static final int MOST_DIGITS = 38;
  private static final Decimal LONG_DIGITS = new Decimal(19, 0);
  private static final Decimal ALL_DIGITS = new Decimal(MOST_DIGITS, 0);

  private TypeWidening() {}

  /** The narrowest type that holds the values of both; JSON or STRING at worst. */
  static AirbyteType widest(AirbyteType one, AirbyteType other) {
    if (one.equals(other)) {
      return one;
    }
    if (one == Simple.JSON || other == Simple.JSON) {
      return Simple.JSON;
    }
    if (isNumber(one) && isNumber(other)) {
      return number(one, other);
    }
    if (isTime(one) && isTime(other)) {
      return Simple.TIME_WITH_TIMEZONE;
    }
    if (isTimestamp(one) && isTimestamp(other)) {
      boolean zoned =
          one == Simple.TIMESTAMP_WITH_TIMEZONE || other == Simple.TIMESTAMP_WITH_TIMEZONE;
      return zoned ? Simple.TIMESTAMP_WITH_TIMEZONE : Simple.TIMESTAMP;
    }
    return Simple.STRING;
  }

  /** Integers of up to 64 bits fit among doubles as well as JSON numbers do; longer ones do not. */
  private static AirbyteType number(AirbyteType one, AirbyteType other) {
    if (isInteger(one) && isInteger(other)) {
      return Simple.BIG_INTEGER;
    }
    if (one == Simple.NUMBER || other == Simple.NUMBER) {
      return one == Simple.INTEGER || other == Simple.INTEGER ? Simple.NUMBER : Simple.JSON;
    }
    Decimal left = decimal(one);
    Decimal right = decimal(other);
    int scale = Math.max(left.scale(), right.scale());
    int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
    return whole + scale <= MOST_DIGITS ? new Decimal(whole + scale, scale) : Simple.JSON;
  }

  private static Decimal decimal(AirbyteType type) {
    if (type instanceof Decimal decimal) {
      return decimal;
    }
    return type == Simple.INTEGER ? LONG_DIGITS : ALL_DIGITS;
  }

  private static boolean isNumber(AirbyteType type) {
    return isInteger(type) || type == Simple.NUMBER || type instanceof Decimal;
  }

  private static boolean isInteger(AirbyteType type) {
    return type == Simple.INTEGER || type == Simple.BIG_INTEGER;
  }

  private static boolean isTime(AirbyteType type) {
    return type == Simple.TIME || type == Simple.TIME_WITH_TIMEZONE;
  }

  private static boolean isTimestamp(AirbyteType type) {
    return type == Simple.DATE
        || type == Simple.TIMESTAMP
        || type == Simple.TIMESTAMP_WITH_TIMEZONE;
  }
}
