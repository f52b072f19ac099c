package org.airbytejdbc.driver.result;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Calendar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times between {@code java.time}, {@code java.sql} and text. */
public final class SqlTimes {
  private static final LocalDate EPOCH = LocalDate.EPOCH;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendValue(HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(MINUTE_OF_HOUR, 2)
          .appendLiteral(':')
          .appendValue(SECOND_OF_MINUTE, 2)
          .appendFraction(NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter TIME_WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(TIME)
          .appendOffset("+HH:mm", "+00")
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter TIMESTAMP = after(TIME);
  private static final DateTimeFormatter TIMESTAMP_WITH_OFFSET = after(TIME_WITH_OFFSET);

  private SqlTimes() {}

  /** Written as the engine writes it: {@code 03:04:05.1}. */
  static String text(LocalTime value) {
    return TIME.format(value);
  }

  /** {@code 03:04:05.1+02}. */
  static String text(OffsetTime value) {
    return TIME_WITH_OFFSET.format(value);
  }

  /** {@code 2020-01-02 03:04:05.1}. */
  static String text(LocalDateTime value) {
    return TIMESTAMP.format(value);
  }

  /** {@code 2020-01-02 03:04:05.1+02}. */
  static String text(OffsetDateTime value) {
    return TIMESTAMP_WITH_OFFSET.format(value);
  }

  /** The calendar's zone, or the JVM's if there is none. */
  static ZoneId zone(@Nullable Calendar calendar) {
    return calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
  }

  /** The day as the calendar's zone has it, or the JVM's. */
  static Date date(LocalDate value, @Nullable Calendar calendar) {
    return calendar == null
        ? Date.valueOf(value)
        : new Date(millis(value.atStartOfDay(), calendar));
  }

  /** The time on the first day of 1970; with milliseconds, unlike {@link Time#valueOf}. */
  static Time time(LocalTime value, @Nullable Calendar calendar) {
    return new Time(timestamp(value.atDate(EPOCH), calendar).getTime());
  }

  /** The moment when the clocks of the calendar's zone show that, or those of the JVM's. */
  static Timestamp timestamp(LocalDateTime value, @Nullable Calendar calendar) {
    if (calendar == null) {
      return Timestamp.valueOf(value);
    }
    Timestamp timestamp = new Timestamp(millis(value, calendar));
    timestamp.setNanos(value.getNano());
    return timestamp;
  }

  /** A calendar of the JVM's zone at that moment. */
  static Calendar calendar(Timestamp value) {
    Calendar calendar = Calendar.getInstance(Locale.ROOT);
    calendar.setTime(value);
    return calendar;
  }

  /** With milliseconds, which {@link Time#toLocalTime()} drops. */
  public static LocalTime localTime(Time value) {
    return new Timestamp(value.getTime()).toLocalDateTime().toLocalTime();
  }

  /** What the clocks of the calendar's zone show at that moment. */
  public static LocalDateTime localDateTime(java.util.Date moment, Calendar calendar) {
    Calendar clock = (Calendar) calendar.clone();
    clock.setTime(moment);
    int nanos = moment instanceof Timestamp timestamp ? timestamp.getNanos() : 0;
    return LocalDateTime.of(
        clock.get(Calendar.YEAR),
        clock.get(Calendar.MONTH) + 1,
        clock.get(Calendar.DAY_OF_MONTH),
        clock.get(Calendar.HOUR_OF_DAY),
        clock.get(Calendar.MINUTE),
        clock.get(Calendar.SECOND),
        nanos == 0 ? clock.get(Calendar.MILLISECOND) * 1_000_000 : nanos);
  }

  private static long millis(LocalDateTime value, Calendar calendar) {
    Calendar clock = (Calendar) calendar.clone();
    clock.clear();
    clock.set(
        value.getYear(),
        value.getMonthValue() - 1,
        value.getDayOfMonth(),
        value.getHour(),
        value.getMinute(),
        value.getSecond());
    clock.set(Calendar.MILLISECOND, value.getNano() / 1_000_000);
    return clock.getTimeInMillis();
  }

  private static DateTimeFormatter after(DateTimeFormatter time) {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .appendLiteral(' ')
        .append(time)
        .toFormatter(Locale.ROOT);
  }
}
