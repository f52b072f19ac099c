package org.airbytejdbc.driver.surface;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;

/** Rows that are walked through once, from the first to the last. */
public interface ForwardOnlyRows extends ResultSet {
  @Override
  default int getType() throws SQLException {
    getMetaData();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  default int getFetchDirection() throws SQLException {
    getMetaData();
    return ResultSet.FETCH_FORWARD;
  }

  /** A hint, which changes nothing here. */
  @Override
  default void setFetchDirection(int direction) throws SQLException {
    getMetaData();
    if (direction != ResultSet.FETCH_FORWARD) {
      throw forwardOnly();
    }
  }

  @Override
  default void beforeFirst() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default void afterLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean first() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean last() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean absolute(int row) throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean relative(int rows) throws SQLException {
    throw forwardOnly();
  }

  /** To know it, the next row would have to be read, and this one would be gone. */
  @Override
  default boolean isLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean previous() throws SQLException {
    throw forwardOnly();
  }

  private SQLException forwardOnly() throws SQLException {
    getMetaData();
    return SqlErrors.argument("The result set can only go forward");
  }
}
