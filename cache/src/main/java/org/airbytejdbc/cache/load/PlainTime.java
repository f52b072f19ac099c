package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

/**
 * Finds the end of a plain date or time, a string of ISO 8601 in its usual form; see {@link
 * PlainJson} for what the methods get and return.
 */
final class PlainTime {
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int MOST_DECIMALS = 6;

  private static final long MICROS = 1_000_000;
  private static final long SECONDS_A_DAY = 86_400;

  /** Days from the March that the year 0 begins with to 1970-01-01. */
  private static final int DAYS_TO_1970 = 719_468;

  private PlainTime() {}

  /** {@code "2024-01-31"} */
  static int date(byte[] b, int at, int end) {
    return b[at] == '"' && isDate(b, at + 1, end) ? quote(b, at + 1 + DATE_LENGTH, end) : NOT_PLAIN;
  }

  /** {@code "23:59:59.999999"}, and with a zone {@code "23:59:59+02:00"}. */
  static int time(byte[] b, int at, int end, boolean zoned) {
    if (b[at] != '"') {
      return NOT_PLAIN;
    }
    int i = clock(b, at + 1, end);
    // The engine does not take Z for the offset of a time.
    return i == NOT_PLAIN
        ? NOT_PLAIN
        : quote(b, zoned ? offset(b, i, end, false) : zulu(b, i, end), end);
  }

  /** {@code "2024-01-31T23:59:59.999999"}, and with a zone {@code "2024-01-31 23:59:59Z"}. */
  static int timestamp(byte[] b, int at, int end, boolean zoned) {
    int t = at + 1 + DATE_LENGTH;
    if (b[at] != '"' || !isDate(b, at + 1, end) || t >= end || b[t] != 'T' && b[t] != ' ') {
      return NOT_PLAIN;
    }
    int i = clock(b, t + 1, end);
    return i == NOT_PLAIN
        ? NOT_PLAIN
        : quote(b, zoned ? offset(b, i, end, true) : zulu(b, i, end), end);
  }

  /** Days since 1970-01-01 of a plain date whose first digit is here. */
  static int days(byte[] b, int at) {
    int year = two(b, at) * 100 + two(b, at + 2);
    int month = two(b, at + 5);
    // Years begin in March here, so that a leap day is the last of its year.
    int marches = month > 2 ? year : year - 1;
    int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + two(b, at + 8) - 1;
    return 365 * marches + marches / 4 - marches / 100 + marches / 400 + dayOfYear - DAYS_TO_1970;
  }

  /**
   * Microseconds since midnight of a plain time whose first digit is here; its zone is left out.
   */
  static long timeOfDay(byte[] b, int at) {
    int seconds = (two(b, at) * 60 + two(b, at + 3)) * 60 + two(b, at + 6);
    long fraction = 0;
    int past = pastFraction(b, at + TIME_LENGTH);
    for (int i = at + TIME_LENGTH + 1; i < at + TIME_LENGTH + 1 + MOST_DECIMALS; i++) {
      fraction = fraction * 10 + (i < past ? b[i] - '0' : 0);
    }
    return seconds * MICROS + fraction;
  }

  /** Microseconds since 1970, in UTC if it has a zone, of a plain timestamp. */
  static long moment(byte[] b, int at) {
    int time = at + DATE_LENGTH + 1;
    long local = days(b, at) * (SECONDS_A_DAY * MICROS) + timeOfDay(b, time);
    int zone = pastFraction(b, time + TIME_LENGTH);
    if (b[zone] != '+' && b[zone] != '-') {
      return local;
    }
    int minutes = two(b, zone + 1) * 60 + two(b, b[zone + 3] == ':' ? zone + 4 : zone + 3);
    long offset = minutes * 60 * MICROS;
    return b[zone] == '+' ? local - offset : local + offset;
  }

  private static int pastFraction(byte[] b, int at) {
    int i = at;
    if (b[i] == '.') {
      do {
        i++;
      } while (b[i] >= '0' && b[i] <= '9');
    }
    return i;
  }

  private static int quote(byte[] b, int at, int end) {
    return at >= 0 && at < end && b[at] == '"' ? at + 1 : NOT_PLAIN;
  }

  private static boolean isDate(byte[] b, int at, int end) {
    if (end - at < DATE_LENGTH || b[at + 4] != '-' || b[at + 7] != '-') {
      return false;
    }
    int century = two(b, at);
    int yearOfCentury = two(b, at + 2);
    int month = two(b, at + 5);
    int day = two(b, at + 8);
    if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    int year = century * 100 + yearOfCentury;
    return year > 0 && day <= daysIn(month, year);
  }

  private static int daysIn(int month, int year) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Past the time of day that begins here. */
  private static int clock(byte[] b, int at, int end) {
    if (end - at < TIME_LENGTH || b[at + 2] != ':' || b[at + 5] != ':') {
      return NOT_PLAIN;
    }
    if (!isBelow(24, two(b, at)) || !isBelow(60, two(b, at + 3)) || !isBelow(60, two(b, at + 6))) {
      return NOT_PLAIN;
    }
    int i = at + TIME_LENGTH;
    if (i >= end || b[i] != '.') {
      return i;
    }
    int first = ++i;
    while (i < end && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i > first && i - first <= MOST_DECIMALS ? i : NOT_PLAIN;
  }

  /** Past the offset that begins here; without one the time is taken as UTC. */
  private static int offset(byte[] b, int at, int end, boolean letter) {
    if (at >= end || b[at] == '"') {
      return at;
    }
    if (b[at] == 'Z') {
      return letter ? at + 1 : NOT_PLAIN;
    }
    if (b[at] != '+' && b[at] != '-' || end - at < 6) {
      return NOT_PLAIN;
    }
    int minutes = b[at + 3] == ':' ? at + 4 : at + 3;
    boolean plain = isBelow(16, two(b, at + 1)) && isBelow(60, two(b, minutes));
    return plain ? minutes + 2 : NOT_PLAIN;
  }

  /** Past the letter for UTC, which a wall clock does without. */
  private static int zulu(byte[] b, int at, int end) {
    return at < end && b[at] == 'Z' ? at + 1 : at;
  }

  private static boolean isBelow(int limit, int number) {
    return number >= 0 && number < limit;
  }

  /** The number that two digits make, or a negative one if they are none. */
  private static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
