package org.airbytejdbc.driver.surface;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.util.HashMap;
import java.util.Map;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.value.GivenArray;
import org.airbytejdbc.driver.value.GivenStruct;
import org.airbytejdbc.driver.value.LongBytes;
import org.airbytejdbc.driver.value.LongText;
import org.jspecify.annotations.Nullable;

/** Values made to be filled and given as parameters. */
public interface ValueFactories extends Connection {
  @Override
  default Clob createClob() throws SQLException {
    return createNClob();
  }

  @Override
  default NClob createNClob() throws SQLException {
    getTypeMap();
    return new LongText("");
  }

  @Override
  default Blob createBlob() throws SQLException {
    getTypeMap();
    return new LongBytes(new byte[0]);
  }

  @Override
  default SQLXML createSQLXML() throws SQLException {
    throw SqlErrors.notSupported("createSQLXML");
  }

  @Override
  default Array createArrayOf(@Nullable String typeName, @Nullable Object @Nullable [] elements)
      throws SQLException {
    getTypeMap();
    if (typeName == null || elements == null) {
      throw SqlErrors.argument("An array needs the type of its elements, and elements");
    }
    return new GivenArray(typeName, elements);
  }

  @Override
  default Struct createStruct(@Nullable String typeName, @Nullable Object @Nullable [] attributes)
      throws SQLException {
    getTypeMap();
    if (typeName == null || attributes == null) {
      throw SqlErrors.argument("A structure needs its type, and attributes");
    }
    return new GivenStruct(typeName, attributes);
  }

  /** Always empty; fails when the connection is closed. */
  @Override
  default Map<String, Class<?>> getTypeMap() throws SQLException {
    getHoldability();
    return new HashMap<>();
  }

  @Override
  default void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
    getTypeMap();
    if (map == null || !map.isEmpty()) {
      throw SqlErrors.notSupported("A type map");
    }
  }
}
