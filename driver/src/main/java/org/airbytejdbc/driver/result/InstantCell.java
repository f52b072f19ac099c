package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** A moment; as a date or time what the clocks of a zone show then. */
final class InstantCell extends Cell {
  InstantCell(ResultSet rows, int column) {
    super(rows, column);
  }

  /** From the engine's microseconds: its own classes mix up the hour that autumn has twice. */
  private @Nullable Instant value() throws SQLException {
    long micros = rows.getLong(column);
    return micros == 0 && rows.wasNull()
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }

  @Override
  @Nullable OffsetDateTime getOffsetDateTime(ZoneId zone) throws SQLException {
    Instant value = value();
    return value == null ? null : value.atZone(zone).toOffsetDateTime();
  }

  @Override
  @Nullable LocalDateTime getLocalDateTime(ZoneId zone) throws SQLException {
    OffsetDateTime value = getOffsetDateTime(zone);
    return value == null ? null : value.toLocalDateTime();
  }

  @Override
  @Nullable LocalDate getLocalDate(ZoneId zone) throws SQLException {
    OffsetDateTime value = getOffsetDateTime(zone);
    return value == null ? null : value.toLocalDate();
  }

  @Override
  @Nullable LocalTime getLocalTime(ZoneId zone) throws SQLException {
    OffsetDateTime value = getOffsetDateTime(zone);
    return value == null ? null : value.toLocalTime();
  }

  @Override
  @Nullable Timestamp getTimestamp(@Nullable Calendar calendar) throws SQLException {
    Instant value = value();
    return value == null ? null : Timestamp.from(value);
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    return getTimestamp(null);
  }

  @Override
  @Nullable String getString() throws SQLException {
    OffsetDateTime value = getOffsetDateTime(ZoneId.systemDefault());
    return value == null ? null : SqlTimes.text(value);
  }
}
