package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A floating point number; as an integer without the digits after the point. */
final class FloatingCell extends Cell {
  private final boolean single;

  FloatingCell(ResultSet rows, int column, ColumnType type) {
    super(rows, column);
    this.single = type == ColumnType.FLOAT;
  }

  @Override
  boolean getBoolean() throws SQLException {
    return getDouble() != 0;
  }

  @Override
  long getLong() throws SQLException {
    double value = getDouble();
    if (value >= -0x1p63 && value < 0x1p63) {
      return (long) value;
    }
    throw outOfRange(value);
  }

  /** The engine gives NaN for NULL, and for NaN. */
  @Override
  double getDouble() throws SQLException {
    double value = single ? rows.getFloat(column) : rows.getDouble(column);
    return Double.isNaN(value) && rows.wasNull() ? 0 : value;
  }

  @Override
  @Nullable BigDecimal getBigDecimal() throws SQLException {
    Object value = getObject();
    if (value == null) {
      return null;
    }
    if (!Double.isFinite(((Number) value).doubleValue())) {
      throw outOfRange(value);
    }
    return new BigDecimal(value.toString());
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    double value = getDouble();
    if (value == 0 && rows.wasNull()) {
      return null;
    }
    return single ? (Object) (float) value : (Object) value;
  }

  @Override
  @Nullable String getString() throws SQLException {
    Object value = getObject();
    return value == null ? null : value.toString();
  }
}
