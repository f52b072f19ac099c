package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** True or false; as a number 1 or 0. */
final class BooleanCell extends Cell {
  BooleanCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  boolean getBoolean() throws SQLException {
    return rows.getBoolean(column);
  }

  @Override
  long getLong() throws SQLException {
    return rows.getBoolean(column) ? 1 : 0;
  }

  @Override
  double getDouble() throws SQLException {
    return getLong();
  }

  @Override
  @Nullable BigDecimal getBigDecimal() throws SQLException {
    long value = getLong();
    return rows.wasNull() ? null : BigDecimal.valueOf(value);
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? null : value;
  }

  @Override
  @Nullable String getString() throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? null : Boolean.toString(value);
  }
}
