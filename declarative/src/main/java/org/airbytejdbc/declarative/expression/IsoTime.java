package org.airbytejdbc.declarative.expression;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in any of the forms of ISO 8601; what has no offset is UTC. */
final class IsoTime {
  private static final Pattern DATE =
      Pattern.compile(
          "(?<year>\\d{4})(?:-?W(?<week>\\d\\d)(?:-?(?<weekday>\\d))?"
              + "|-(?<month>\\d\\d)(?:-(?<day>\\d\\d))?|(?<month2>\\d\\d)(?<day2>\\d\\d)"
              + "|-?(?<ordinal>\\d{3}))?");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>\\d\\d)(?:(?::(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d+))?)?)"
              + "|(?<minute2>\\d\\d)(?:(?<second2>\\d\\d)(?:[.,](?<fraction2>\\d+))?)?)?"
              + "(?<zone>[zZ]|[+-]\\d\\d(?::?\\d\\d)?)?");

  private IsoTime() {}

  /**
   * @throws ExpressionException if the text is no such date
   */
  static OffsetDateTime parse(String text) {
    try {
      Matcher date = DATE.matcher(text);
      for (int end = text.length(); date.region(0, end).lookingAt(); end = date.end() - 1) {
        Matcher time = TIME.matcher(text);
        if (date.end() == text.length()) {
          return date(date).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        if (time.region(date.end() + 1, text.length()).matches()
            && !Character.isDigit(text.charAt(date.end()))) {
          return time(date(date), time);
        }
      }
    } catch (DateTimeException | IndexOutOfBoundsException impossible) {
      throw ExpressionException.value("There is no such date");
    }
    throw ExpressionException.value("A date is not in the form of ISO 8601");
  }

  private static LocalDate date(Matcher parts) {
    int year = Integer.parseInt(parts.group("year"));
    if (parts.group("week") != null) {
      int weekday = number(parts.group("weekday"), null, 1);
      return LocalDate.of(year, 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts.group("week")))
          .with(DayOfWeek.of(weekday));
    }
    if (parts.group("ordinal") != null) {
      return LocalDate.ofYearDay(year, Integer.parseInt(parts.group("ordinal")));
    }
    return LocalDate.of(
        year,
        number(parts.group("month"), parts.group("month2"), 1),
        number(parts.group("day"), parts.group("day2"), 1));
  }

  private static OffsetDateTime time(LocalDate date, Matcher parts) {
    int hour = Integer.parseInt(parts.group("hour"));
    int minute = number(parts.group("minute"), parts.group("minute2"), 0);
    int second = number(parts.group("second"), parts.group("second2"), 0);
    String fraction =
        parts.group("fraction") != null ? parts.group("fraction") : parts.group("fraction2");
    String micros = ((fraction == null ? "" : fraction) + "000000").substring(0, 6);
    LocalDateTime local =
        hour == 24 && minute == 0 && second == 0
            ? date.plusDays(1).atStartOfDay()
            : date.atTime(LocalTime.of(hour, minute, second, Integer.parseInt(micros) * 1000));
    String zone = parts.group("zone");
    return local.atOffset(zone == null ? ZoneOffset.UTC : StrpTime.offset(zone));
  }

  private static int number(@Nullable String first, @Nullable String second, int otherwise) {
    return first != null
        ? Integer.parseInt(first)
        : second != null ? Integer.parseInt(second) : otherwise;
  }
}
