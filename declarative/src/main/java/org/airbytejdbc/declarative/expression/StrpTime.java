package org.airbytejdbc.declarative.expression;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates by Python's {@code strptime}: what the format leaves out is that of 1 January 1900. */
final class StrpTime {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<Character, String> FORMS =
      Map.ofEntries(
          Map.entry('d', "3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]"),
          Map.entry('f', "[0-9]{1,6}"),
          Map.entry('H', "2[0-3]|[0-1]\\d|\\d"),
          Map.entry('I', "1[0-2]|0[1-9]|[1-9]"),
          Map.entry('j', "36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]"),
          Map.entry('m', "1[0-2]|0[1-9]|[1-9]"),
          Map.entry('M', "[0-5]\\d|\\d"),
          Map.entry('S', "6[0-1]|[0-5]\\d|\\d"),
          Map.entry('y', "\\d\\d"),
          Map.entry('Y', "\\d\\d\\d\\d"),
          Map.entry('G', "\\d\\d\\d\\d"),
          Map.entry('V', "5[0-3]|0[1-9]|[1-4]\\d|\\d"),
          Map.entry('u', "[1-7]"),
          Map.entry('w', "[0-6]"),
          Map.entry('U', "5[0-3]|[0-4]\\d|\\d"),
          Map.entry('W', "5[0-3]|[0-4]\\d|\\d"),
          Map.entry('z', "[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|(?-i:Z)"),
          Map.entry('Z', "utc|gmt"),
          Map.entry('p', "am|pm"),
          Map.entry('a', String.join("|", DAYS)),
          Map.entry('b', String.join("|", MONTHS)),
          Map.entry('A', "monday|tuesday|wednesday|thursday|friday|saturday|sunday"),
          Map.entry(
              'B',
              "january|february|march|april|may|june|july|august|september|october|november"
                  + "|december"));

  private final Map<Character, String> parts;

  private StrpTime(Map<Character, String> parts) {
    this.parts = parts;
  }

  /** A format that was understood once, for many texts. */
  record Format(Pattern pattern, String directives, String text) {
    /**
     * @return a {@code LocalDateTime}, or an {@code OffsetDateTime} where the format has an offset
     * @throws ExpressionException if the text is not in the format
     */
    Temporal parse(String date) {
      Matcher matcher = pattern.matcher(date);
      if (!matcher.matches()) {
        throw ExpressionException.value("A date is not in the format " + text);
      }
      Map<Character, String> parts = new HashMap<>();
      for (int i = 0; i < directives.length(); i++) {
        parts.put(directives.charAt(i), matcher.group(i + 1).toLowerCase(Locale.ROOT));
      }
      if (parts.size() < directives.length()) {
        throw ExpressionException.value("A date's format has a directive twice: " + text);
      }
      try {
        return new StrpTime(parts).time();
      } catch (DateTimeException impossible) {
        throw ExpressionException.value("There is no such date");
      }
    }
  }

  static Format format(String text) {
    var order = new StringBuilder();
    Pattern pattern =
        Pattern.compile(pattern(text, order), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return new Format(pattern, order.toString(), text);
  }

  private static String pattern(String format, StringBuilder order) {
    String all =
        format
            .replace("%c", "%a %b %d %H:%M:%S %Y")
            .replace("%x", "%m/%d/%y")
            .replace("%X", "%H:%M:%S")
            .replace("%D", "%m/%d/%y")
            .replaceAll("\\s+", " ");
    var pattern = new StringBuilder();
    for (int at = 0; at < all.length(); at++) {
      char c = all.charAt(at);
      if (c == ' ') {
        pattern.append("\\s+");
      } else if (c != '%') {
        pattern.append(Pattern.quote(String.valueOf(c)));
      } else if (at + 1 < all.length() && all.charAt(at + 1) == '%') {
        pattern.append('%');
        at++;
      } else {
        String form = at + 1 < all.length() ? FORMS.get(all.charAt(at + 1)) : null;
        if (form == null) {
          throw ExpressionException.value("A date's format has an unknown directive: " + format);
        }
        order.append(all.charAt(++at));
        pattern.append('(').append(form).append(')');
      }
    }
    return pattern.toString();
  }

  private boolean has(char directive) {
    return parts.containsKey(directive);
  }

  private int number(char directive, int otherwise) {
    return has(directive) ? Integer.parseInt(parts.get(directive).strip()) : otherwise;
  }

  private Temporal time() {
    LocalDateTime time = date().atTime(clock());
    if (number('S', 0) > 59) {
      throw ExpressionException.value("There is no such second");
    }
    if (!has('z')) {
      return time;
    }
    return time.atOffset(offset(parts.get('z')));
  }

  private LocalTime clock() {
    int hour = number('H', 0);
    if (has('I')) {
      hour = number('I', 0) % 12 + ("pm".equals(parts.get('p')) ? 12 : 0);
    }
    String fraction = parts.getOrDefault('f', "0");
    int micros = Integer.parseInt(fraction + "0".repeat(6 - fraction.length()));
    return LocalTime.of(hour, number('M', 0), Math.min(59, number('S', 0)), micros * 1000);
  }

  private LocalDate date() {
    int year = number('Y', 1900);
    if (has('y')) {
      int short2 = number('y', 0);
      year = short2 + (short2 < 69 ? 2000 : 1900);
    }
    int weekday = weekday();
    if (has('G') && has('V') && weekday > 0) {
      return LocalDate.of(number('G', year), 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number('V', 1))
          .with(DayOfWeek.of(weekday));
    }
    if (has('j')) {
      return LocalDate.ofYearDay(year, number('j', 1));
    }
    if ((has('U') || has('W')) && weekday > 0) {
      return ofWeek(year, weekday);
    }
    int month = has('b') || has('B') ? month() : number('m', 1);
    return LocalDate.of(year, month, number('d', 1));
  }

  private LocalDate ofWeek(int year, int weekday) {
    LocalDate first = LocalDate.of(year, 1, 1);
    int start =
        has('W') ? first.getDayOfWeek().getValue() - 1 : first.getDayOfWeek().getValue() % 7;
    int day = has('W') ? weekday - 1 : weekday % 7;
    int week = has('W') ? number('W', 0) : number('U', 0);
    return first.plusDays((7 - start) % 7 + 7L * (week - (start == 0 ? 1 : 1)) + day);
  }

  private int month() {
    String name = has('b') ? parts.get('b') : parts.get('B');
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  /** From 1 for Monday on; 0 if the text names none. */
  private int weekday() {
    if (has('a') || has('A')) {
      return DAYS.indexOf((has('a') ? parts.get('a') : parts.get('A')).substring(0, 3)) + 1;
    }
    return has('u') ? number('u', 0) : has('w') ? (number('w', 0) + 6) % 7 + 1 : 0;
  }

  static ZoneOffset offset(String text) {
    if (text.equalsIgnoreCase("z")) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(1).replace(":", "");
    int seconds = digits.length() > 4 ? Integer.parseInt(digits.substring(4, 6)) : 0;
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2, 4)) : 0;
    int total = Integer.parseInt(digits.substring(0, 2)) * 3600 + minutes * 60 + seconds;
    return ZoneOffset.ofTotalSeconds(text.charAt(0) == '-' ? -total : total);
  }
}
