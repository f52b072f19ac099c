package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text; as anything else that it is written like. */
final class TextCell extends Cell {
  TextCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    return rows.getString(column);
  }

  @Override
  @Nullable String getString() throws SQLException {
    return rows.getString(column);
  }

  @Override
  byte @Nullable [] getBytes() throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  boolean getBoolean() throws SQLException {
    String text = rows.getString(column);
    return text != null
        && switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "true", "t", "yes", "y", "on", "1" -> true;
          case "false", "f", "no", "n", "off", "0" -> false;
          default -> throw malformed(text, "a boolean");
        };
  }

  @Override
  long getLong() throws SQLException {
    BigDecimal value = getBigDecimal();
    if (value == null) {
      return 0;
    }
    BigInteger whole = value.toBigInteger();
    if (whole.bitLength() > 63) {
      throw outOfRange(value);
    }
    return whole.longValue();
  }

  @Override
  double getDouble() throws SQLException {
    Double value = parsed("a number", Double::valueOf);
    return value == null ? 0 : value;
  }

  @Override
  @Nullable BigDecimal getBigDecimal() throws SQLException {
    return parsed("a number", BigDecimal::new);
  }

  @Override
  @Nullable LocalDate getLocalDate(ZoneId zone) throws SQLException {
    return parsed("a date", LocalDate::parse);
  }

  @Override
  @Nullable LocalTime getLocalTime(ZoneId zone) throws SQLException {
    return parsed("a time", LocalTime::parse);
  }

  @Override
  @Nullable LocalDateTime getLocalDateTime(ZoneId zone) throws SQLException {
    TemporalAccessor value = parsed("a timestamp", TextCell::timestamp);
    return value instanceof OffsetDateTime moment
        ? moment.atZoneSameInstant(zone).toLocalDateTime()
        : (LocalDateTime) value;
  }

  @Override
  @Nullable OffsetDateTime getOffsetDateTime(ZoneId zone) throws SQLException {
    TemporalAccessor value = parsed("a timestamp", TextCell::timestamp);
    return value instanceof LocalDateTime local
        ? local.atZone(zone).toOffsetDateTime()
        : (OffsetDateTime) value;
  }

  private static TemporalAccessor timestamp(String text) {
    return DateTimeFormatter.ISO_DATE_TIME.parseBest(
        text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
  }

  private <T> @Nullable T parsed(String what, Function<String, T> parser) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text.strip());
    } catch (NumberFormatException | DateTimeParseException e) {
      throw malformed(text, what);
    }
  }
}
