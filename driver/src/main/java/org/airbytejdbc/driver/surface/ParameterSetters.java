package org.airbytejdbc.driver.surface;

import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;

/** The setters of plain values, as {@link #setObject(int, Object)}. */
public interface ParameterSetters extends PreparedStatement {
  @Override
  default void setNull(int parameter, int type) throws SQLException {
    setObject(parameter, null);
  }

  @Override
  default void setBoolean(int parameter, boolean value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setByte(int parameter, byte value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setShort(int parameter, short value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setInt(int parameter, int value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setLong(int parameter, long value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setFloat(int parameter, float value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setDouble(int parameter, double value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setBigDecimal(int parameter, BigDecimal value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setString(int parameter, String value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setBytes(int parameter, byte[] value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setDate(int parameter, Date value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setTime(int parameter, Time value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setTimestamp(int parameter, Timestamp value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setArray(int parameter, Array value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  default void setNull(int parameter, int type, String typeName) throws SQLException {
    setObject(parameter, null);
  }

  @Override
  default void setURL(int parameter, URL value) throws SQLException {
    setObject(parameter, value == null ? null : value.toString());
  }

  @Override
  default void setNString(int parameter, String value) throws SQLException {
    setObject(parameter, value);
  }
}
