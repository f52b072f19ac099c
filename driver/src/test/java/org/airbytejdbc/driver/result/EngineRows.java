package org.airbytejdbc.driver.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.driver.error.SqlErrors;

/** Result sets over an engine in memory, for tests. */
final class EngineRows implements AutoCloseable {
  private final MemoryEngine engine = new MemoryEngine();
  private final Connection connection = engine.connect();
  private int released;

  /** The rows of a query, before the first. */
  AirbyteResultSet query(String sql, long maxRows) throws SQLException {
    Statement statement = connection.createStatement();
    return new ForwardRows(statement.executeQuery(sql), maxRows, owner(statement));
  }

  /** The one row of {@code SELECT <expression>}. */
  AirbyteResultSet row(String expression) throws SQLException {
    AirbyteResultSet rows = query("SELECT " + expression + " AS v", 0);
    rows.next();
    return rows;
  }

  /** How often rows were let go. */
  int released() {
    return released;
  }

  private ResultOwner owner(Statement statement) {
    return new ResultOwner() {
      @Override
      public Statement statement() {
        return statement;
      }

      @Override
      public void release() {
        released++;
        try {
          statement.close();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void closed() {}

      @Override
      public SQLException failure(Exception failure) {
        return SqlErrors.translate(failure);
      }
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    engine.close();
  }
}
