package org.airbytejdbc.driver.surface;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/** The setters by a parameter's name, as those by its number. */
public interface NamedSetters extends CallableStatement {
  /** The number of the parameter that has that name. */
  int parameter(String name) throws SQLException;

  @Override
  default void setAsciiStream(String name, InputStream value) throws SQLException {
    setAsciiStream(parameter(name), value);
  }

  @Override
  default void setAsciiStream(String name, InputStream value, int length) throws SQLException {
    setAsciiStream(parameter(name), value, length);
  }

  @Override
  default void setAsciiStream(String name, InputStream value, long length) throws SQLException {
    setAsciiStream(parameter(name), value, length);
  }

  @Override
  default void setBigDecimal(String name, BigDecimal value) throws SQLException {
    setBigDecimal(parameter(name), value);
  }

  @Override
  default void setBinaryStream(String name, InputStream value) throws SQLException {
    setBinaryStream(parameter(name), value);
  }

  @Override
  default void setBinaryStream(String name, InputStream value, int length) throws SQLException {
    setBinaryStream(parameter(name), value, length);
  }

  @Override
  default void setBinaryStream(String name, InputStream value, long length) throws SQLException {
    setBinaryStream(parameter(name), value, length);
  }

  @Override
  default void setBlob(String name, InputStream value) throws SQLException {
    setBlob(parameter(name), value);
  }

  @Override
  default void setBlob(String name, InputStream value, long length) throws SQLException {
    setBlob(parameter(name), value, length);
  }

  @Override
  default void setBlob(String name, Blob value) throws SQLException {
    setBlob(parameter(name), value);
  }

  @Override
  default void setBoolean(String name, boolean value) throws SQLException {
    setBoolean(parameter(name), value);
  }

  @Override
  default void setByte(String name, byte value) throws SQLException {
    setByte(parameter(name), value);
  }

  @Override
  default void setBytes(String name, byte[] value) throws SQLException {
    setBytes(parameter(name), value);
  }

  @Override
  default void setCharacterStream(String name, Reader value) throws SQLException {
    setCharacterStream(parameter(name), value);
  }

  @Override
  default void setCharacterStream(String name, Reader value, int length) throws SQLException {
    setCharacterStream(parameter(name), value, length);
  }

  @Override
  default void setCharacterStream(String name, Reader value, long length) throws SQLException {
    setCharacterStream(parameter(name), value, length);
  }

  @Override
  default void setClob(String name, Reader value) throws SQLException {
    setClob(parameter(name), value);
  }

  @Override
  default void setClob(String name, Reader value, long length) throws SQLException {
    setClob(parameter(name), value, length);
  }

  @Override
  default void setClob(String name, Clob value) throws SQLException {
    setClob(parameter(name), value);
  }

  @Override
  default void setDate(String name, Date value) throws SQLException {
    setDate(parameter(name), value);
  }

  @Override
  default void setDate(String name, Date value, Calendar calendar) throws SQLException {
    setDate(parameter(name), value, calendar);
  }

  @Override
  default void setDouble(String name, double value) throws SQLException {
    setDouble(parameter(name), value);
  }

  @Override
  default void setFloat(String name, float value) throws SQLException {
    setFloat(parameter(name), value);
  }

  @Override
  default void setInt(String name, int value) throws SQLException {
    setInt(parameter(name), value);
  }

  @Override
  default void setLong(String name, long value) throws SQLException {
    setLong(parameter(name), value);
  }

  @Override
  default void setNCharacterStream(String name, Reader value) throws SQLException {
    setNCharacterStream(parameter(name), value);
  }

  @Override
  default void setNCharacterStream(String name, Reader value, long length) throws SQLException {
    setNCharacterStream(parameter(name), value, length);
  }

  @Override
  default void setNClob(String name, Reader value) throws SQLException {
    setNClob(parameter(name), value);
  }

  @Override
  default void setNClob(String name, Reader value, long length) throws SQLException {
    setNClob(parameter(name), value, length);
  }

  @Override
  default void setNClob(String name, NClob value) throws SQLException {
    setNClob(parameter(name), value);
  }

  @Override
  default void setNString(String name, String value) throws SQLException {
    setNString(parameter(name), value);
  }

  @Override
  default void setNull(String name, int type) throws SQLException {
    setNull(parameter(name), type);
  }

  @Override
  default void setNull(String name, int type, String typeName) throws SQLException {
    setNull(parameter(name), type, typeName);
  }

  @Override
  default void setObject(String name, Object value) throws SQLException {
    setObject(parameter(name), value);
  }

  @Override
  default void setObject(String name, Object value, int type) throws SQLException {
    setObject(parameter(name), value, type);
  }

  @Override
  default void setObject(String name, Object value, int type, int scale) throws SQLException {
    setObject(parameter(name), value, type, scale);
  }

  @Override
  default void setObject(String name, Object value, SQLType type) throws SQLException {
    setObject(parameter(name), value, type);
  }

  @Override
  default void setObject(String name, Object value, SQLType type, int scale) throws SQLException {
    setObject(parameter(name), value, type, scale);
  }

  @Override
  default void setRowId(String name, RowId value) throws SQLException {
    setRowId(parameter(name), value);
  }

  @Override
  default void setSQLXML(String name, SQLXML value) throws SQLException {
    setSQLXML(parameter(name), value);
  }

  @Override
  default void setShort(String name, short value) throws SQLException {
    setShort(parameter(name), value);
  }

  @Override
  default void setString(String name, String value) throws SQLException {
    setString(parameter(name), value);
  }

  @Override
  default void setTime(String name, Time value) throws SQLException {
    setTime(parameter(name), value);
  }

  @Override
  default void setTime(String name, Time value, Calendar calendar) throws SQLException {
    setTime(parameter(name), value, calendar);
  }

  @Override
  default void setTimestamp(String name, Timestamp value) throws SQLException {
    setTimestamp(parameter(name), value);
  }

  @Override
  default void setTimestamp(String name, Timestamp value, Calendar calendar) throws SQLException {
    setTimestamp(parameter(name), value, calendar);
  }

  @Override
  default void setURL(String name, URL value) throws SQLException {
    setURL(parameter(name), value);
  }
}
