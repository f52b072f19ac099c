package org.airbytejdbc.driver.surface;

import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The setters of streams and locators, which are read at once. */
public interface StreamSetters extends PreparedStatement {
  @Override
  default void setAsciiStream(int parameter, InputStream value, int length) throws SQLException {
    setObject(
        parameter,
        StreamValues.text(this, StreamValues.decoded(value, StandardCharsets.US_ASCII), length));
  }

  @Deprecated
  @Override
  default void setUnicodeStream(int parameter, InputStream value, int length) throws SQLException {
    setObject(
        parameter,
        StreamValues.text(this, StreamValues.decoded(value, StandardCharsets.UTF_8), length));
  }

  @Override
  default void setBinaryStream(int parameter, InputStream value, int length) throws SQLException {
    setObject(parameter, StreamValues.bytes(this, value, length));
  }

  @Override
  default void setCharacterStream(int parameter, Reader value, int length) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, length));
  }

  @Override
  default void setBlob(int parameter, Blob value) throws SQLException {
    setObject(
        parameter,
        value == null ? null : StreamValues.bytes(this, value.getBinaryStream(), Long.MAX_VALUE));
  }

  @Override
  default void setClob(int parameter, Clob value) throws SQLException {
    setObject(
        parameter,
        value == null ? null : StreamValues.text(this, value.getCharacterStream(), Long.MAX_VALUE));
  }

  @Override
  default void setNCharacterStream(int parameter, Reader value, long length) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, length));
  }

  @Override
  default void setNClob(int parameter, NClob value) throws SQLException {
    setObject(
        parameter,
        value == null ? null : StreamValues.text(this, value.getCharacterStream(), Long.MAX_VALUE));
  }

  @Override
  default void setClob(int parameter, Reader value, long length) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, length));
  }

  @Override
  default void setBlob(int parameter, InputStream value, long length) throws SQLException {
    setObject(parameter, StreamValues.bytes(this, value, length));
  }

  @Override
  default void setNClob(int parameter, Reader value, long length) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, length));
  }

  @Override
  default void setAsciiStream(int parameter, InputStream value, long length) throws SQLException {
    setObject(
        parameter,
        StreamValues.text(this, StreamValues.decoded(value, StandardCharsets.US_ASCII), length));
  }

  @Override
  default void setBinaryStream(int parameter, InputStream value, long length) throws SQLException {
    setObject(parameter, StreamValues.bytes(this, value, length));
  }

  @Override
  default void setCharacterStream(int parameter, Reader value, long length) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, length));
  }

  @Override
  default void setAsciiStream(int parameter, InputStream value) throws SQLException {
    setObject(
        parameter,
        StreamValues.text(
            this, StreamValues.decoded(value, StandardCharsets.US_ASCII), Long.MAX_VALUE));
  }

  @Override
  default void setBinaryStream(int parameter, InputStream value) throws SQLException {
    setObject(parameter, StreamValues.bytes(this, value, Long.MAX_VALUE));
  }

  @Override
  default void setCharacterStream(int parameter, Reader value) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, Long.MAX_VALUE));
  }

  @Override
  default void setNCharacterStream(int parameter, Reader value) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, Long.MAX_VALUE));
  }

  @Override
  default void setClob(int parameter, Reader value) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, Long.MAX_VALUE));
  }

  @Override
  default void setBlob(int parameter, InputStream value) throws SQLException {
    setObject(parameter, StreamValues.bytes(this, value, Long.MAX_VALUE));
  }

  @Override
  default void setNClob(int parameter, Reader value) throws SQLException {
    setObject(parameter, StreamValues.text(this, value, Long.MAX_VALUE));
  }
}
