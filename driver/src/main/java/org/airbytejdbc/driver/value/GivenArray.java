package org.airbytejdbc.driver.value;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/**
 * An array that a caller made, to be a parameter.
 *
 * @param typeName of its elements, as the engine writes it
 */
public record GivenArray(String typeName, @Nullable Object[] elements) implements Array {
  public GivenArray {
    elements = elements.clone();
  }

  @Override
  public String getBaseTypeName() {
    return typeName;
  }

  /** As what the elements are is for the engine to say, any. */
  @Override
  public int getBaseType() {
    return java.sql.Types.OTHER;
  }

  @Override
  public Object getArray() {
    return elements.clone();
  }

  @Override
  public Object getArray(@Nullable Map<String, Class<?>> map) {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    int from = Positions.from(index, elements.length);
    return Arrays.copyOfRange(elements, from, Positions.to(from, count, elements.length));
  }

  @Override
  public Object getArray(long index, int count, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    throw SqlErrors.notSupported("A result set of an array");
  }

  @Override
  public ResultSet getResultSet(@Nullable Map<String, Class<?>> map) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    return getResultSet();
  }

  @Override
  public void free() {
    // Nothing is held.
  }
}
