package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A number of exact digits; as an integer without those after the point. */
final class DecimalCell extends Cell {
  private final boolean asLong;

  DecimalCell(ResultSet rows, int column, ColumnType type) {
    super(rows, column);
    this.asLong = type.javaClass() == Long.class;
  }

  @Override
  boolean getBoolean() throws SQLException {
    BigDecimal value = getBigDecimal();
    return value != null && value.signum() != 0;
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
    BigDecimal value = getBigDecimal();
    return value == null ? 0 : value.doubleValue();
  }

  @Override
  @Nullable BigDecimal getBigDecimal() throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return value instanceof Number number && !(value instanceof BigDecimal)
        ? BigDecimal.valueOf(number.longValue())
        : (BigDecimal) value;
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    BigDecimal value = getBigDecimal();
    return value != null && asLong ? (Object) value.longValue() : value;
  }

  @Override
  @Nullable String getString() throws SQLException {
    BigDecimal value = getBigDecimal();
    return value == null ? null : value.toPlainString();
  }
}
