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
import org.airbytejdbc.driver.error.SqlErrors;

/** Procedures give nothing back by a parameter's number: their answer is a result set. */
public interface NoOutParameters extends CallableStatement {
  @Override
  default Array getArray(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default BigDecimal getBigDecimal(int parameter) throws SQLException {
    throw none();
  }

  @Deprecated
  @Override
  default BigDecimal getBigDecimal(int parameter, int scale) throws SQLException {
    throw none();
  }

  @Override
  default Blob getBlob(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default boolean getBoolean(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default byte getByte(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default byte[] getBytes(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Reader getCharacterStream(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Clob getClob(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Date getDate(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Date getDate(int parameter, Calendar calendar) throws SQLException {
    throw none();
  }

  @Override
  default double getDouble(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default float getFloat(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default int getInt(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default long getLong(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Reader getNCharacterStream(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default NClob getNClob(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default String getNString(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Object getObject(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default <T> T getObject(int parameter, Class<T> type) throws SQLException {
    throw none();
  }

  @Override
  default Object getObject(int parameter, Map<String, Class<?>> map) throws SQLException {
    throw none();
  }

  @Override
  default Ref getRef(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default RowId getRowId(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default SQLXML getSQLXML(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default short getShort(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default String getString(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Time getTime(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Time getTime(int parameter, Calendar calendar) throws SQLException {
    throw none();
  }

  @Override
  default Timestamp getTimestamp(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default Timestamp getTimestamp(int parameter, Calendar calendar) throws SQLException {
    throw none();
  }

  @Override
  default URL getURL(int parameter) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(int parameter, int type) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(int parameter, int type, int scale) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(int parameter, int type, String typeName) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(int parameter, SQLType type) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(int parameter, SQLType type, int scale) throws SQLException {
    throw none();
  }

  @Override
  default void registerOutParameter(int parameter, SQLType type, String typeName)
      throws SQLException {
    throw none();
  }

  @Override
  default boolean wasNull() throws SQLException {
    throw none();
  }

  private SQLException none() throws SQLException {
    return refused(this);
  }

  /** What to do instead; fails otherwise when the statement is closed. */
  static SQLException refused(CallableStatement statement) throws SQLException {
    StatementOpen.ensure(statement);
    return SqlErrors.argument(
        "Procedures have no output parameters: read their answer from the result set");
  }
}
