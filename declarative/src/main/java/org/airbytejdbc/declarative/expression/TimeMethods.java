package org.airbytejdbc.declarative.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes and methods of Python's date, datetime and timedelta. */
final class TimeMethods {
  private static final Map<String, ChronoField> FIELDS =
      Map.of(
          "year", ChronoField.YEAR,
          "month", ChronoField.MONTH_OF_YEAR,
          "day", ChronoField.DAY_OF_MONTH,
          "hour", ChronoField.HOUR_OF_DAY,
          "minute", ChronoField.MINUTE_OF_HOUR,
          "second", ChronoField.SECOND_OF_MINUTE,
          "microsecond", ChronoField.MICRO_OF_SECOND);
  private static final String[] REPLACEABLE = {
    "year", "month", "day", "hour", "minute", "second", "microsecond"
  };

  private TimeMethods() {}

  static @Nullable Object find(Temporal time, String name) {
    ChronoField field = FIELDS.get(name);
    if (field != null) {
      return time.isSupported(field) ? (Object) time.getLong(field) : Items.MISSING;
    }
    return switch (name) {
      case "strftime" ->
          method(arguments -> StrfTime.format(time, arguments.bind(1, "format").text(0)));
      case "isoformat" -> method(arguments -> iso(time, arguments));
      case "weekday" -> method(arguments -> time.getLong(ChronoField.DAY_OF_WEEK) - 1);
      case "isoweekday" -> method(arguments -> time.getLong(ChronoField.DAY_OF_WEEK));
      case "isocalendar" -> method(arguments -> isoCalendar(time));
      case "toordinal" -> method(arguments -> time.getLong(ChronoField.EPOCH_DAY) + 719_163);
      case "replace" -> method(arguments -> replace(time, arguments.bind(0, REPLACEABLE)));
      default -> time instanceof LocalDate ? Items.MISSING : ofDatetime(time, name);
    };
  }

  private static @Nullable Object ofDatetime(Temporal time, String name) {
    return switch (name) {
      case "timestamp" -> method(arguments -> timestamp(DatetimeFormat.utc(time)));
      case "date" -> method(arguments -> LocalDate.from(time));
      case "tzinfo" -> time instanceof OffsetDateTime ? new Opaque("datetime.timezone.utc") : null;
      case "utcoffset" ->
          method(
              arguments ->
                  time instanceof OffsetDateTime aware
                      ? Duration.ofSeconds(aware.getOffset().getTotalSeconds())
                      : null);
      case "astimezone" ->
          method(arguments -> DatetimeFormat.utc(time).withOffsetSameInstant(ZoneOffset.UTC));
      default -> Items.MISSING;
    };
  }

  static double timestamp(OffsetDateTime time) {
    return time.toEpochSecond() + time.getNano() / 1000 / 1e6;
  }

  private static String iso(Temporal time, Arguments given) {
    if (time instanceof LocalDate date) {
      return TimeText.iso(date);
    }
    Arguments arguments = given.bind(0, "sep", "timespec");
    String separator = arguments.has(0) ? arguments.text(0) : "T";
    String specified = arguments.has(1) ? arguments.text(1) : "auto";
    String format =
        switch (specified) {
          case "auto" -> "";
          case "hours" -> "%H";
          case "minutes" -> "%H:%M";
          case "seconds" -> "%H:%M:%S";
          case "milliseconds" ->
              "%H:%M:%S." + "%03d".formatted(time.get(ChronoField.MILLI_OF_SECOND));
          case "microseconds" -> "%H:%M:%S.%f";
          default -> throw ExpressionException.value("An unknown timespec");
        };
    String offset =
        time instanceof OffsetDateTime aware ? TimeText.offset(aware.getOffset(), ":") : "";
    LocalDateTime local = LocalDateTime.from(time);
    return format.isEmpty()
        ? TimeText.iso(local, separator) + offset
        : TimeText.iso(local.toLocalDate()) + separator + StrfTime.format(local, format) + offset;
  }

  private static Tuple isoCalendar(Temporal time) {
    return Tuple.of(
        time.getLong(IsoFields.WEEK_BASED_YEAR),
        time.getLong(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        time.getLong(ChronoField.DAY_OF_WEEK));
  }

  private static Temporal replace(Temporal time, Arguments arguments) {
    Temporal replaced = time;
    try {
      for (int i = 0; i < REPLACEABLE.length; i++) {
        if (arguments.has(i)) {
          replaced = replaced.with(FIELDS.get(REPLACEABLE[i]), arguments.integer(i));
        }
      }
    } catch (DateTimeException impossible) {
      throw ExpressionException.value("There is no such date");
    }
    return replaced;
  }

  static @Nullable Object find(Duration duration, String name) {
    return switch (name) {
      case "days" -> Math.floorDiv(duration.getSeconds(), 86_400L);
      case "seconds" -> Math.floorMod(duration.getSeconds(), 86_400L);
      case "microseconds" -> duration.getNano() / 1000L;
      case "total_seconds" ->
          method(arguments -> (duration.getSeconds() * 1e6 + duration.getNano() / 1000) / 1e6);
      default -> Items.MISSING;
    };
  }

  static @Nullable Object find(IsoDuration duration, String name) {
    return switch (name) {
      case "years" -> duration.years();
      case "months" -> duration.months();
      case "tdelta" -> duration.rest();
      default -> find(duration.rest(), name);
    };
  }

  private static Function method(java.util.function.Function<Arguments, @Nullable Object> method) {
    return (frame, arguments) -> method.apply(arguments);
  }
}
