package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A time of day. */
final class TimeCell extends Cell {
  TimeCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  @Nullable LocalTime getLocalTime(ZoneId zone) throws SQLException {
    Object value = rows.getObject(column);
    return value instanceof Time time ? SqlTimes.localTime(time) : (LocalTime) value;
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    LocalTime value = getLocalTime(ZoneOffset.UTC);
    return value == null ? null : SqlTimes.time(value, null);
  }

  @Override
  @Nullable String getString() throws SQLException {
    LocalTime value = getLocalTime(ZoneOffset.UTC);
    return value == null ? null : SqlTimes.text(value);
  }
}
