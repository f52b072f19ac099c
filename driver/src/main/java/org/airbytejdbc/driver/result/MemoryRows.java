package org.airbytejdbc.driver.result;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/**
 * Result sets of the engine in memory, which starts with the first of them. Thread-safe; closing
 * ends all that are open.
 */
public final class MemoryRows implements AutoCloseable {
  /** A connection to the engine, closed by the caller, or with its {@link MemoryRows}. */
  public final class Session implements AutoCloseable {
    private final Connection connection;

    private Session(Connection connection) {
      this.connection = connection;
    }

    public Connection connection() {
      return connection;
    }

    @Override
    public void close() {
      open.remove(this);
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Makes rows over a connection. */
  private interface Query {
    ResultSet over(Connection engine) throws SQLException;
  }

  /** Metadata belongs to no statement, and nobody waits for its end. */
  private record Owner(Session session) implements ResultOwner {
    @Override
    public @Nullable Statement statement() {
      return null;
    }

    @Override
    public void release() {
      session.close();
    }

    @Override
    public void closed() {}

    @Override
    public SQLException failure(Exception failure) {
      release();
      return SqlErrors.translate(failure);
    }
  }

  private final Set<Session> open = ConcurrentHashMap.newKeySet();
  private @Nullable MemoryEngine engine;
  private boolean closed;

  public synchronized Session connect() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("The connection");
    }
    if (engine == null) {
      engine = new MemoryEngine();
    }
    Session session = new Session(engine.connect());
    open.add(session);
    return session;
  }

  /** The rows of a query. */
  public AirbyteResultSet query(String sql) throws SQLException {
    return answer(engine -> engine.createStatement().executeQuery(sql));
  }

  /** The rows of a table that was made up. */
  public AirbyteResultSet query(MemoryTable table) throws SQLException {
    return answer(table::query);
  }

  private AirbyteResultSet answer(Query query) throws SQLException {
    Session session = connect();
    ResultOwner owner = new Owner(session);
    try {
      return new ForwardRows(query.over(session.connection()), 0, owner);
    } catch (SQLException | RuntimeException e) {
      throw owner.failure(e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(Session::close);
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
