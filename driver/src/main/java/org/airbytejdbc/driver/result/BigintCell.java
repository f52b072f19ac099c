package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An integer of 64 bits. */
final class BigintCell extends Cell {
  BigintCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  boolean getBoolean() throws SQLException {
    return rows.getLong(column) != 0;
  }

  @Override
  long getLong() throws SQLException {
    return rows.getLong(column);
  }

  @Override
  double getDouble() throws SQLException {
    return rows.getLong(column);
  }

  @Override
  @Nullable BigDecimal getBigDecimal() throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? null : BigDecimal.valueOf(value);
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    long value = rows.getLong(column);
    return value == 0 && rows.wasNull() ? null : value;
  }

  @Override
  @Nullable String getString() throws SQLException {
    long value = rows.getLong(column);
    return value == 0 && rows.wasNull() ? null : Long.toString(value);
  }
}
