package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A date with a time of day, in no zone. */
final class TimestampCell extends Cell {
  TimestampCell(ResultSet rows, int column) {
    super(rows, column);
  }

  /** Not by way of the engine's Timestamp, which moves what falls into a zone's summer gap. */
  private @Nullable LocalDateTime value() throws SQLException {
    return rows.getObject(column, LocalDateTime.class);
  }

  @Override
  @Nullable LocalDateTime getLocalDateTime(ZoneId zone) throws SQLException {
    return value();
  }

  @Override
  @Nullable LocalDate getLocalDate(ZoneId zone) throws SQLException {
    LocalDateTime value = value();
    return value == null ? null : value.toLocalDate();
  }

  @Override
  @Nullable LocalTime getLocalTime(ZoneId zone) throws SQLException {
    LocalDateTime value = value();
    return value == null ? null : value.toLocalTime();
  }

  @Override
  @Nullable OffsetDateTime getOffsetDateTime(ZoneId zone) throws SQLException {
    LocalDateTime value = value();
    return value == null ? null : value.atZone(zone).toOffsetDateTime();
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    return getTimestamp(null);
  }

  @Override
  @Nullable String getString() throws SQLException {
    LocalDateTime value = value();
    return value == null ? null : SqlTimes.text(value);
  }
}
