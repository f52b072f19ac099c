package org.airbytejdbc.declarative.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Dates and durations as Python writes them. */
final class TimeText {
  private TimeText() {}

  /** As {@code isoformat(separator)}: microseconds where there are any, and the offset. */
  static String iso(LocalDateTime time, String separator) {
    return iso(time.toLocalDate()) + separator + iso(time.toLocalTime());
  }

  static String iso(OffsetDateTime time, String separator) {
    return iso(time.toLocalDateTime(), separator) + offset(time.getOffset(), ":");
  }

  static String iso(LocalDate date) {
    return format("%04d-%02d-%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  static String iso(LocalTime time) {
    String seconds = format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    int micros = time.getNano() / 1000;
    return micros == 0 ? seconds : seconds + format(".%06d", micros);
  }

  static String offset(ZoneOffset offset, String separator) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String text = sign + format("%02d", seconds / 3600) + separator;
    text += format("%02d", seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + separator + format("%02d", seconds % 60);
  }

  /** As {@code str} of a timedelta. */
  static String of(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), 86_400L);
    long seconds = Math.floorMod(duration.getSeconds(), 86_400L);
    String text = format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    int micros = duration.getNano() / 1000;
    if (micros != 0) {
      text += format(".%06d", micros);
    }
    return days == 0 ? text : days + (Math.abs(days) == 1 ? " day, " : " days, ") + text;
  }

  static String of(IsoDuration duration) {
    var text = new StringBuilder();
    if (duration.years() != 0) {
      text.append(duration.years()).append(" years, ");
    }
    if (duration.months() != 0) {
      text.append(duration.months()).append(duration.months() <= 1 ? " month, " : " months, ");
    }
    return text.append(of(duration.rest())).toString();
  }

  /** As {@code repr}. */
  static String repr(LocalDate date) {
    return "datetime.date(%d, %d, %d)"
        .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  static String repr(LocalDateTime time) {
    return "datetime.datetime(" + fields(time) + ")";
  }

  static String repr(OffsetDateTime time) {
    return "datetime.datetime("
        + fields(time.toLocalDateTime())
        + ", tzinfo=datetime.timezone.utc)";
  }

  private static String fields(LocalDateTime time) {
    var text = new StringBuilder();
    text.append(
        "%d, %d, %d, ".formatted(time.getYear(), time.getMonthValue(), time.getDayOfMonth()));
    text.append(time.getHour()).append(", ").append(time.getMinute());
    int micros = time.getNano() / 1000;
    if (time.getSecond() != 0 || micros != 0) {
      text.append(", ").append(time.getSecond());
    }
    if (micros != 0) {
      text.append(", ").append(micros);
    }
    return text.toString();
  }

  static String repr(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), 86_400L);
    long seconds = Math.floorMod(duration.getSeconds(), 86_400L);
    int micros = duration.getNano() / 1000;
    var fields = new java.util.StringJoiner(", ", "datetime.timedelta(", ")");
    if (days != 0) {
      fields.add("days=" + days);
    }
    if (seconds != 0) {
      fields.add("seconds=" + seconds);
    }
    if (micros != 0) {
      fields.add("microseconds=" + micros);
    }
    return days == 0 && seconds == 0 && micros == 0 ? "datetime.timedelta(0)" : fields.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
