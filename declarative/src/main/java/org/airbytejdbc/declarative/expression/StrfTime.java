package org.airbytejdbc.declarative.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;

/** Dates by Python's {@code strftime}, with the directives of the C library behind it. */
final class StrfTime {
  private final LocalDateTime time;
  private final Optional<ZoneOffset> offset;

  private StrfTime(LocalDateTime time, Optional<ZoneOffset> offset) {
    this.time = time;
    this.offset = offset;
  }

  static String format(Temporal time, String format) {
    var formatter =
        time instanceof OffsetDateTime aware
            ? new StrfTime(aware.toLocalDateTime(), Optional.of(aware.getOffset()))
            : new StrfTime(
                time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time,
                Optional.empty());
    return formatter.format(format);
  }

  private String format(String format) {
    var text = new StringBuilder();
    for (int at = 0; at < format.length(); at++) {
      char c = format.charAt(at);
      if (c != '%' || at + 1 == format.length()) {
        text.append(c);
        continue;
      }
      char flag = format.charAt(at + 1);
      boolean flagged = "-_0^#".indexOf(flag) >= 0 && at + 2 < format.length();
      at += flagged ? 2 : 1;
      char directive = format.charAt(at);
      if ((directive == 'E' || directive == 'O') && at + 1 < format.length()) {
        directive = format.charAt(++at);
      }
      text.append(flagged ? flagged(flag, directive) : directive(directive));
    }
    return text.toString();
  }

  private String flagged(char flag, char directive) {
    String text = directive(directive);
    return switch (flag) {
      case '-' -> text.strip().replaceFirst("^0+(?=\\d)", "");
      case '_' -> {
        String digits = text.replaceFirst("^0+(?=\\d)", "");
        yield " ".repeat(text.length() - digits.length()) + digits;
      }
      case '0' -> text.replace(' ', '0');
      default -> text.toUpperCase(Locale.ROOT);
    };
  }

  private String directive(char directive) {
    return switch (directive) {
      case 'Y' -> String.valueOf(time.getYear());
      case 'm' -> two(time.getMonthValue());
      case 'd' -> two(time.getDayOfMonth());
      case 'H' -> two(time.getHour());
      case 'M' -> two(time.getMinute());
      case 'S' -> two(time.getSecond());
      case 'f' -> String.format(Locale.ROOT, "%06d", time.getNano() / 1000);
      case 'z' -> offset.map(zone -> TimeText.offset(zone, "")).orElse("");
      case 'Z' -> offset.map(StrfTime::zoneName).orElse("");
      case 's' -> String.valueOf(time.toEpochSecond(ZoneOffset.UTC));
      case 'y' -> two(time.getYear() % 100);
      case 'C' -> two(time.getYear() / 100);
      case 'j' -> String.format(Locale.ROOT, "%03d", time.getDayOfYear());
      case 'e' -> "%2d".formatted(time.getDayOfMonth());
      case 'k' -> "%2d".formatted(time.getHour());
      case 'I' -> two((time.getHour() + 11) % 12 + 1);
      case 'l' -> "%2d".formatted((time.getHour() + 11) % 12 + 1);
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> nameOrWeek(directive);
    };
  }

  private String nameOrWeek(char directive) {
    int day = time.getDayOfYear();
    int weekday = time.getDayOfWeek().getValue();
    return switch (directive) {
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' ->
          time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
      case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'u' -> String.valueOf(weekday);
      case 'w' -> String.valueOf(weekday % 7);
      case 'U' -> two((day + 6 - weekday % 7) / 7);
      case 'W' -> two((day + 6 - (weekday + 6) % 7) / 7);
      case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'G' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
      case 'D', 'x' -> format("%m/%d/%y");
      case 'F' -> format("%Y-%m-%d");
      case 'T', 'X' -> format("%H:%M:%S");
      case 'R' -> format("%H:%M");
      case 'r' -> format("%I:%M:%S %p");
      case 'c' -> format("%a %b %e %H:%M:%S %Y");
      default -> "%" + directive;
    };
  }

  private static String zoneName(ZoneOffset zone) {
    return zone.getTotalSeconds() == 0 ? "UTC" : "UTC" + TimeText.offset(zone, ":");
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
