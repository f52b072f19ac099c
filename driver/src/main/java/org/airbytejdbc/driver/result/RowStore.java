package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows that are kept in order, to be read from anywhere. Closed with the owner of their result. */
public interface RowStore {
  /** How many there are. */
  long count();

  /**
   * Some of them, in place of those read before.
   *
   * @param first counted from 0
   */
  ResultSet read(long first, int count) throws SQLException;
}
