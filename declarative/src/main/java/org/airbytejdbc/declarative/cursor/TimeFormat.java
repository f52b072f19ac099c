package org.airbytejdbc.declarative.cursor;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;

/** A datetime format of a manifest: Python's directives, and those for the time since 1970. */
record TimeFormat(
    String pattern, Optional<DateTimeFormatter> formatter, Optional<DateTimeFormatter> parser) {
  static TimeFormat of(String pattern) {
    return switch (pattern) {
      case "%s", "%ms", "%s_as_float", "%epoch_microseconds" ->
          new TimeFormat(pattern, Optional.empty(), Optional.empty());
      default ->
          new TimeFormat(
              pattern, Optional.of(formatter(pattern, 6)), Optional.of(formatter(pattern, 1)));
    };
  }

  /** Empty for what is not in this format. */
  Optional<OffsetDateTime> parse(Object value) {
    String text = value.toString();
    try {
      return Optional.of(
          switch (pattern) {
            case "%s" -> epoch(new BigDecimal(text).setScale(0, java.math.RoundingMode.DOWN), 0);
            case "%s_as_float" -> epoch(new BigDecimal(text), 0);
            case "%ms" -> epoch(new BigDecimal(text), 3);
            case "%epoch_microseconds" -> epoch(new BigDecimal(text), 6);
            default -> parsed(parser.orElseThrow().parse(plainOffset(text)));
          });
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  String format(OffsetDateTime time) {
    Instant instant = time.toInstant();
    return switch (pattern) {
      case "%s" -> Long.toString(instant.getEpochSecond());
      case "%ms" -> Long.toString(instant.toEpochMilli());
      case "%epoch_microseconds" ->
          Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
      case "%s_as_float" ->
          Double.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant) / 1e6);
      default -> formatter.orElseThrow().format(time);
    };
  }

  /** {@code %z} reads {@code Z} and {@code +01:00} too. */
  private String plainOffset(String text) {
    if (!pattern.endsWith("%z")) {
      return text;
    }
    return text.endsWith("Z")
        ? text.substring(0, text.length() - 1) + "+0000"
        : text.replaceFirst("([+-]\\d\\d):(\\d\\d)$", "$1$2");
  }

  private static OffsetDateTime epoch(BigDecimal since, int digits) {
    long micros = since.movePointRight(6 - digits).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime parsed(TemporalAccessor parts) {
    var date = java.time.LocalDate.of(get(parts, ChronoField.YEAR, 1900), 1, 1);
    if (parts.isSupported(ChronoField.EPOCH_DAY)) {
      date = java.time.LocalDate.ofEpochDay(parts.getLong(ChronoField.EPOCH_DAY));
    } else {
      date = date.withMonth(get(parts, ChronoField.MONTH_OF_YEAR, 1));
    }
    long nanos =
        parts.isSupported(ChronoField.NANO_OF_DAY) ? parts.getLong(ChronoField.NANO_OF_DAY) : 0;
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(get(parts, ChronoField.OFFSET_SECONDS, 0));
    return date.atStartOfDay().plusNanos(nanos).atOffset(offset);
  }

  private static int get(TemporalAccessor parts, ChronoField field, int otherwise) {
    return parts.isSupported(field) ? parts.get(field) : otherwise;
  }

  private static DateTimeFormatter formatter(String pattern, int leastDigits) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%' || i + 1 == pattern.length()) {
        builder.appendLiteral(c);
        continue;
      }
      i++;
      switch (pattern.charAt(i)) {
        case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
        case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 2);
        case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 2);
        case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 2);
        case 'I' -> builder.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM, 2);
        case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
        case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
        case 'f' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, leastDigits, 6, false);
        case '_' -> {
          builder.appendFraction(ChronoField.NANO_OF_SECOND, 3, 3, false);
          i += 2;
        }
        case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
        case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY, TextStyle.SHORT);
        case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
        case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
        case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
        case 'z' -> builder.appendOffset("+HHMM", "+0000");
        case 'Z' -> builder.appendLiteral("UTC");
        case 'T' -> builder.append(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
        case 'F' -> builder.append(DateTimeFormatter.ISO_LOCAL_DATE);
        case '%' -> builder.appendLiteral('%');
        default ->
            throw DeclarativeException.inManifest(
                "datetime_format", "the directive %" + pattern.charAt(i) + " is not known");
      }
    }
    return builder.toFormatter(Locale.ENGLISH);
  }
}
