package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_FIELD_SIZE_LIMITATION;
import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_TYPECAST_ERROR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/**
 * What date and time columns can hold of a text: wall clocks keep what the clock shows, instants
 * without an offset are in UTC.
 */
final class StrictTime {
  private static final String DATE = "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})";
  private static final String TIME =
      "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?"
          + "\\s*(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)?";
  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "(?:" + DATE + ")?(?:(?:(?<=[0-9])[T ]|^)" + TIME + ")?", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final int LARGEST_OFFSET = 16 * 3600 - 1;

  private final String text;
  private final Optional<LocalDate> date;
  private final Optional<LocalTime> time;
  private final Optional<ZoneOffset> offset;
  private final boolean cut;

  private StrictTime(String text, Matcher parts) {
    this.text = text;
    date = Optional.ofNullable(parts.group(1)).map(year -> date(parts));
    time = Optional.ofNullable(parts.group(4)).map(hour -> time(parts));
    offset = Optional.ofNullable(parts.group(8)).map(StrictTime::offset);
    String decimals = Optional.ofNullable(parts.group(7)).orElse("");
    cut = decimals.length() > 6 && !decimals.substring(6).matches("0+");
  }

  static Held read(String text, Simple type) {
    Matcher parts = DATE_AND_TIME.matcher(text.strip());
    if (!parts.matches()) {
      return Held.nothing(DESTINATION_TYPECAST_ERROR, text);
    }
    try {
      return new StrictTime(text, parts).as(type);
    } catch (DateTimeException e) {
      // A 30th of February, an hour 25, an offset of a day.
      return Held.nothing(DESTINATION_TYPECAST_ERROR, text);
    }
  }

  private Held as(Simple type) {
    LocalTime clock = time.orElse(LocalTime.MIDNIGHT);
    boolean utc = offset.orElse(ZoneOffset.UTC).equals(ZoneOffset.UTC);
    Optional<Held> held =
        switch (type) {
          case DATE ->
              date.map(d -> held(d.toString(), cut || !utc || !clock.equals(LocalTime.MIDNIGHT)));
          case TIME -> time.map(t -> held(CLOCK.format(t), cut || !utc || date.isPresent()));
          case TIME_WITH_TIMEZONE ->
              time.filter(t -> Math.abs(zone().getTotalSeconds()) <= LARGEST_OFFSET)
                  .map(t -> held(CLOCK.format(t) + zoneText(), cut || date.isPresent()));
          case TIMESTAMP -> date.map(d -> held(stamp(d.atTime(clock)), cut || !utc));
          case TIMESTAMP_WITH_TIMEZONE -> date.map(d -> held(instant(d.atTime(clock)), cut));
          default -> Optional.empty();
        };
    return held.orElseGet(() -> Held.nothing(DESTINATION_TYPECAST_ERROR, text));
  }

  private Held held(String value, boolean partly) {
    return partly ? Held.part(value, DESTINATION_FIELD_SIZE_LIMITATION, text) : Held.whole(value);
  }

  private ZoneOffset zone() {
    return offset.orElse(ZoneOffset.UTC);
  }

  private String zoneText() {
    return zone().equals(ZoneOffset.UTC) ? "+00:00" : zone().getId();
  }

  private String instant(LocalDateTime local) {
    return stamp(local.atOffset(zone()).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
        + "+00";
  }

  private static String stamp(LocalDateTime stamp) {
    if (stamp.getYear() < 0) {
      throw new DateTimeException("before the year 0");
    }
    String year = String.format(Locale.ROOT, "%04d", stamp.getYear());
    String day = stamp.toLocalDate().toString();
    return year + day.substring(day.length() - 6) + " " + CLOCK.format(stamp.toLocalTime());
  }

  private static LocalDate date(Matcher parts) {
    return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
  }

  private static LocalTime time(Matcher parts) {
    String decimals = Optional.ofNullable(parts.group(7)).orElse("");
    int micros = Integer.parseInt((decimals + "000000").substring(0, 6));
    return LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6), micros * 1000);
  }

  private static int number(Matcher parts, int group) {
    return Optional.ofNullable(parts.group(group)).map(Integer::parseInt).orElse(0);
  }

  private static ZoneOffset offset(String zone) {
    return Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
  }
}
