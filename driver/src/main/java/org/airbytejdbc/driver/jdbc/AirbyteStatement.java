package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.jspecify.annotations.Nullable;

/** A statement; has at most one execution at a time. Cancelled and closed from any thread. */
class AirbyteStatement extends StatementSettings {
  private final AirbyteConnection connection;
  private final AtomicReference<@Nullable Execution> current = new AtomicReference<>();
  private volatile boolean closed;

  AirbyteStatement(AirbyteConnection connection) {
    this.connection = connection;
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    return run(sql, Optional.empty()).rows().isPresent();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    return query(sql, Optional.empty());
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    return update(sql, Optional.empty());
  }

  final ResultSet query(String sql, Optional<Parameters> parameters) throws SQLException {
    return run(sql, parameters)
        .rows()
        .orElseThrow(() -> SqlState.INVALID_STATEMENT.exception("The statement gives no rows", ""));
  }

  final long update(String sql, Optional<Parameters> parameters) throws SQLException {
    Execution execution = run(sql, parameters);
    if (execution.rows().isPresent()) {
      execution.close();
      throw SqlState.INVALID_STATEMENT.exception(
          "The statement gives rows", "Execute it with executeQuery or execute.");
    }
    return execution.updateCount();
  }

  /** Runs the statement; ends the execution before. */
  final Execution run(String sql, Optional<Parameters> parameters) throws SQLException {
    Execution execution = begin();
    Cancellation.Registration timeout =
        connection.timer().timeout(timeout(), execution.cancellation());
    try {
      connection.runner().run(request(sql, parameters), execution);
      return execution;
    } catch (SQLException | RuntimeException e) {
      throw execution.failure(e);
    } finally {
      timeout.close();
    }
  }

  final StatementRunner.Request request(String sql, Optional<Parameters> parameters)
      throws SQLException {
    return new StatementRunner.Request(
        sql, connection.currentSchema(), parameters, getLargeMaxRows());
  }

  private Execution begin() throws SQLException {
    ensureOpen();
    Execution execution = new Execution(this);
    Execution before = current.getAndSet(execution);
    if (before != null) {
      before.close();
    }
    if (closed) {
      execution.abort();
    }
    return execution;
  }

  /** Ends what runs now within a second, in the engine and in connectors. */
  @Override
  public void cancel() throws SQLException {
    ensureOpen();
    Execution execution = current.get();
    if (execution != null) {
      execution.cancellation().cancel(Cancellation.Cause.CANCELLED);
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    connection.forget(this);
    Execution execution = current.getAndSet(null);
    if (execution != null) {
      execution.abort();
    }
  }

  /** Hears that the caller closed a result set. */
  final void resultClosed(Execution execution) throws SQLException {
    if (!closed && current.get() == execution && isCloseOnCompletion()) {
      close();
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public @Nullable ResultSet getResultSet() throws SQLException {
    ensureOpen();
    Execution execution = current.get();
    return execution == null ? null : execution.rows().orElse(null);
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    ensureOpen();
    Execution execution = current.get();
    return execution == null ? -1 : execution.updateCount();
  }

  /** A statement has one answer. */
  @Override
  public boolean getMoreResults(int now) throws SQLException {
    ensureOpen();
    Execution execution = current.getAndSet(null);
    if (execution != null && now != KEEP_CURRENT_RESULT) {
      execution.close();
    }
    return false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    ensureOpen();
    return connection;
  }

  final AirbyteConnection connection() {
    return connection;
  }

  @Override
  final void ensureOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("The statement");
    }
  }
}
