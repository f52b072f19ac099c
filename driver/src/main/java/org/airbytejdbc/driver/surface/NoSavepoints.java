package org.airbytejdbc.driver.surface;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.airbytejdbc.driver.error.SqlErrors;

/** Nothing is written, so there is nothing to go back to. */
public interface NoSavepoints extends Connection {
  @Override
  default Savepoint setSavepoint() throws SQLException {
    throw SqlErrors.notSupported("setSavepoint");
  }

  @Override
  default Savepoint setSavepoint(String name) throws SQLException {
    throw SqlErrors.notSupported("setSavepoint");
  }

  @Override
  default void rollback(Savepoint savepoint) throws SQLException {
    throw SqlErrors.notSupported("rollback to a savepoint");
  }

  @Override
  default void releaseSavepoint(Savepoint savepoint) throws SQLException {
    throw SqlErrors.notSupported("releaseSavepoint");
  }
}
