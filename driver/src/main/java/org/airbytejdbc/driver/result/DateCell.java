package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A day; as a timestamp its first moment. */
final class DateCell extends Cell {
  private final RecentDays days = new RecentDays();

  DateCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  @Nullable LocalDate getLocalDate(ZoneId zone) throws SQLException {
    Object value = rows.getObject(column);
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  @Override
  @Nullable LocalDateTime getLocalDateTime(ZoneId zone) throws SQLException {
    LocalDate value = getLocalDate(zone);
    return value == null ? null : value.atStartOfDay();
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    LocalDate value = getLocalDate(ZoneOffset.UTC);
    return value == null ? null : days.date(value);
  }

  @Override
  @Nullable String getString() throws SQLException {
    LocalDate value = getLocalDate(ZoneOffset.UTC);
    return value == null ? null : value.toString();
  }
}
