package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time of day with its offset; without it as it is written. */
final class OffsetTimeCell extends Cell {
  OffsetTimeCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  @Nullable OffsetTime getOffsetTime() throws SQLException {
    return (OffsetTime) rows.getObject(column);
  }

  @Override
  @Nullable LocalTime getLocalTime(ZoneId zone) throws SQLException {
    OffsetTime value = getOffsetTime();
    return value == null ? null : value.toLocalTime();
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    OffsetTime value = getOffsetTime();
    return value == null ? null : SqlTimes.time(value.toLocalTime(), null);
  }

  @Override
  @Nullable String getString() throws SQLException {
    OffsetTime value = getOffsetTime();
    return value == null ? null : SqlTimes.text(value);
  }
}
