package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An integer of 32 bits or fewer. */
final class IntegerCell extends Cell {
  IntegerCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  boolean getBoolean() throws SQLException {
    return getLong() != 0;
  }

  @Override
  long getLong() throws SQLException {
    return rows.getObject(column) instanceof Number number ? number.longValue() : 0;
  }

  @Override
  double getDouble() throws SQLException {
    return getLong();
  }

  @Override
  @Nullable BigDecimal getBigDecimal() throws SQLException {
    return rows.getObject(column) instanceof Number number
        ? BigDecimal.valueOf(number.longValue())
        : null;
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    return rows.getObject(column) instanceof Number number ? number.intValue() : null;
  }

  @Override
  @Nullable String getString() throws SQLException {
    return rows.getObject(column) instanceof Number number ? number.toString() : null;
  }
}
