package org.airbytejdbc.driver.surface;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.value.LongBytes;
import org.airbytejdbc.driver.value.LongText;
import org.jspecify.annotations.Nullable;

/** Getters that are another getter in disguise, and those of types that no column has. */
public interface RareTypes extends ResultSet {
  /** More than any number of the engine has. */
  int MOST_DIGITS = 1_000;

  @Override
  default @Nullable String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  default @Nullable Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  default @Nullable InputStream getAsciiStream(int column) throws SQLException {
    return stream(getString(column), StandardCharsets.US_ASCII);
  }

  @Deprecated
  @Override
  default @Nullable InputStream getUnicodeStream(int column) throws SQLException {
    return stream(getString(column), StandardCharsets.UTF_8);
  }

  @Deprecated
  @Override
  default @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(column);
    if (scale < 0 || scale > MOST_DIGITS) {
      throw SqlErrors.argument("A number cannot have " + scale + " digits after the point");
    }
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  default @Nullable NClob getNClob(int column) throws SQLException {
    String text = getString(column);
    return text == null ? null : new LongText(text);
  }

  @Override
  default @Nullable Clob getClob(int column) throws SQLException {
    return getNClob(column);
  }

  @Override
  default @Nullable Blob getBlob(int column) throws SQLException {
    byte[] bytes = getBytes(column);
    return bytes == null ? null : new LongBytes(bytes);
  }

  @Override
  default Ref getRef(int column) throws SQLException {
    throw SqlErrors.notSupported("getRef");
  }

  @Override
  default RowId getRowId(int column) throws SQLException {
    throw SqlErrors.notSupported("getRowId");
  }

  @Override
  default SQLXML getSQLXML(int column) throws SQLException {
    throw SqlErrors.notSupported("getSQLXML");
  }

  @Override
  default String getCursorName() throws SQLException {
    throw SqlErrors.notSupported("getCursorName");
  }

  private static @Nullable InputStream stream(@Nullable String text, Charset charset) {
    return text == null ? null : new ByteArrayInputStream(text.getBytes(charset));
  }
}
