package org.airbytejdbc.driver.surface;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.airbytejdbc.driver.error.SqlErrors;

/** Streams are only read, so updates are neither collected nor do they make keys. */
public interface NoBatches extends Statement {
  @Override
  default void addBatch(String sql) throws SQLException {
    throw SqlErrors.notSupported("addBatch");
  }

  @Override
  default void clearBatch() throws SQLException {
    // There never is one.
  }

  @Override
  default int[] executeBatch() throws SQLException {
    throw SqlErrors.notSupported("executeBatch");
  }

  @Override
  default ResultSet getGeneratedKeys() throws SQLException {
    throw SqlErrors.notSupported("getGeneratedKeys");
  }

  @Override
  default void setCursorName(String name) throws SQLException {
    throw SqlErrors.notSupported("setCursorName");
  }
}
