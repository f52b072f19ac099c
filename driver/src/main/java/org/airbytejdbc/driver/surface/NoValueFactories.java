package org.airbytejdbc.driver.surface;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.util.Map;
import org.airbytejdbc.driver.error.SqlErrors;

/** Values are passed as plain objects, so none are made by the connection. */
public interface NoValueFactories extends Connection {
  @Override
  default Clob createClob() throws SQLException {
    throw SqlErrors.notSupported("createClob");
  }

  @Override
  default Blob createBlob() throws SQLException {
    throw SqlErrors.notSupported("createBlob");
  }

  @Override
  default NClob createNClob() throws SQLException {
    throw SqlErrors.notSupported("createNClob");
  }

  @Override
  default SQLXML createSQLXML() throws SQLException {
    throw SqlErrors.notSupported("createSQLXML");
  }

  @Override
  default Array createArrayOf(String typeName, Object[] elements) throws SQLException {
    throw SqlErrors.notSupported("createArrayOf");
  }

  @Override
  default Struct createStruct(String typeName, Object[] attributes) throws SQLException {
    throw SqlErrors.notSupported("createStruct");
  }

  @Override
  default Map<String, Class<?>> getTypeMap() throws SQLException {
    return Map.of();
  }

  @Override
  default void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    if (map == null || !map.isEmpty()) {
      throw SqlErrors.notSupported("A type map");
    }
  }
}
