package org.airbytejdbc.driver.surface;

import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** Procedures give nothing back by a parameter's name either. */
public interface NoNamedOutParameters extends CallableStatement {
  @Override
  default Array getArray(String name) throws SQLException {
    throw none();
  }

  @Override
  default BigDecimal getBigDecimal(String name) throws SQLException {
    throw none();
  }

  @Override
  default Blob getBlob(String name) throws SQLException {
    throw none();
  }

  @Override
  default boolean getBoolean(String name) throws SQLException {
    throw none();
  }

  @Override
  default byte getByte(String name) throws SQLException {
    throw none();
  }

  @Override
  default byte[] getBytes(String name) throws SQLException {
    throw none();
  }

  @Override
  default Reader getCharacterStream(String name) throws SQLException {
    throw none();
  }

  @Override
  default Clob getClob(String name) throws SQLException {
    throw none();
  }

  @Override
  default Date getDate(String name) throws SQLException {
    throw none();
  }

  @Override
  default Date getDate(String name, Calendar calendar) throws SQLException {
    throw none();
  }

  @Override
  default double getDouble(String name) throws SQLException {
    throw none();
  }

  @Override
  default float getFloat(String name) throws SQLException {
    throw none();
  }

  @Override
  default int getInt(String name) throws SQLException {
    throw none();
  }

  @Override
  default long getLong(String name) throws SQLException {
    throw none();
  }

  @Override
  default Reader getNCharacterStream(String name) throws SQLException {
    throw none();
  }

  @Override
  default NClob getNClob(String name) throws SQLException {
    throw none();
  }

  @Override
  default String getNString(String name) throws SQLException {
    throw none();
  }

  @Override
  default Object getObject(String name) throws SQLException {
    throw none();
  }

  @Override
  default <T> T getObject(String name, Class<T> type) throws SQLException {
    throw none();
  }

  @Override
  default Object getObject(String name, Map<String, Class<?>> map) throws SQLException {
    throw none();
  }

  @Override
  default Ref getRef(String name) throws SQLException {
    throw none();
  }

  @Override
  default RowId getRowId(String name) throws SQLException {
    throw none();
  }

  @Override
  default SQLXML getSQLXML(String name) throws SQLException {
    throw none();
  }

  @Override
  default short getShort(String name) throws SQLException {
    throw none();
  }

  @Override
  default String getString(String name) throws SQLException {
    throw none();
  }

  @Override
  default Time getTime(String name) throws SQLException {
    throw none();
  }

  @Override
  default Time getTime(String name, Calendar calendar) throws SQLException {
    throw none();
  }

  @Override
  default Timestamp getTimestamp(String name) throws SQLException {
    throw none();
  }

  @Override
  default Timestamp getTimestamp(String name, Calendar calendar) throws SQLException {
    throw none();
  }

  @Override
  default URL getURL(String name) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(String name, int type) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(String name, int type, int scale) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(String name, int type, String typeName) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(String name, SQLType type) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(String name, SQLType type, int scale) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(String name, SQLType type, String typeName)
      throws SQLException {
    throw none();
  }

  private SQLException none() throws SQLException {
    return NoOutParameters.refused(this);
  }
}
