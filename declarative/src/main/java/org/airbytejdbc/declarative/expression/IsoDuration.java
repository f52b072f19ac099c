package org.airbytejdbc.declarative.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 8601 duration. Its years and months are added to a date by the calendar: a month after 31
 * January is the last day of February.
 *
 * @param rest of weeks, days and less; a day is 24 hours
 */
public record IsoDuration(long years, long months, Duration rest) {
  private static final String NUMBER = "(?:(\\d+(?:[,.]\\d+)?)%s)?";
  private static final Pattern FORM =
      Pattern.compile(
          ("([+-])?P(?!$)(?=\\d|T\\d)" + NUMBER.formatted("Y") + NUMBER.formatted("M"))
              + (NUMBER.formatted("W") + NUMBER.formatted("D"))
              + ("(?:T(?=\\d)" + NUMBER.formatted("H") + NUMBER.formatted("M"))
              + (NUMBER.formatted("S") + ")?"));
  private static final long[] SECONDS = {604_800, 86_400, 3_600, 60, 1};

  /**
   * Reads {@code P1M}, {@code P1DT12H}, {@code PT0.5S}, {@code -P2W} and the like.
   *
   * @throws ExpressionException if the text is no such duration
   */
  public static IsoDuration parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw ExpressionException.value("No ISO 8601 duration");
    }
    BigDecimal seconds = BigDecimal.ZERO;
    for (int i = 0; i < SECONDS.length; i++) {
      seconds = seconds.add(number(parts.group(i + 4)).multiply(BigDecimal.valueOf(SECONDS[i])));
    }
    try {
      long micros = seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
      var duration =
          new IsoDuration(
              number(parts.group(2)).longValueExact(),
              number(parts.group(3)).longValueExact(),
              Duration.of(micros, ChronoUnit.MICROS));
      return "-".equals(parts.group(1)) ? duration.times(-1) : duration;
    } catch (ArithmeticException beyond) {
      throw ExpressionException.value("A duration is out of range");
    }
  }

  private static BigDecimal number(@Nullable String digits) {
    return digits == null ? BigDecimal.ZERO : new BigDecimal(digits.replace(',', '.'));
  }

  /** The duration of a timedelta or of one with months. */
  static IsoDuration of(@Nullable Object duration) {
    return duration instanceof Duration rest
        ? new IsoDuration(0, 0, rest)
        : (IsoDuration) java.util.Objects.requireNonNull(duration);
  }

  /** The value that expressions see: a plain timedelta where there are no years and months. */
  Object simplest() {
    return years == 0 && months == 0 ? rest : this;
  }

  IsoDuration plus(IsoDuration other) {
    return new IsoDuration(
        Math.addExact(years, other.years),
        Math.addExact(months, other.months),
        rest.plus(other.rest));
  }

  /** This duration so many times; negative ones go back in time. */
  public IsoDuration times(long factor) {
    return new IsoDuration(
        Math.multiplyExact(years, factor),
        Math.multiplyExact(months, factor),
        rest.multipliedBy(factor));
  }

  /**
   * The time so much later: first by the calendar, then by the clock. A date without a time of day
   * moves by whole days.
   */
  @SuppressWarnings("unchecked")
  public <T extends Temporal> T addTo(T time) {
    Temporal moved =
        time.plus(Math.addExact(Math.multiplyExact(12, years), months), ChronoUnit.MONTHS);
    moved =
        moved instanceof LocalDate
            ? moved.plus(Math.floorDiv(rest.getSeconds(), 86_400), ChronoUnit.DAYS)
            : moved.plus(rest);
    int year = moved.get(java.time.temporal.ChronoField.YEAR);
    if (year < 1 || year > 9999) {
      throw new java.time.DateTimeException("No such year");
    }
    return (T) moved;
  }
}
