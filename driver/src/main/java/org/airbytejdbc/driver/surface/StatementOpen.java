package org.airbytejdbc.driver.surface;

import java.sql.SQLException;
import java.sql.Statement;

/** Whether a statement still takes calls. */
final class StatementOpen {
  private StatementOpen() {}

  /** Fails as each call on a closed statement does. */
  static void ensure(Statement statement) throws SQLException {
    statement.getConnection();
  }
}
