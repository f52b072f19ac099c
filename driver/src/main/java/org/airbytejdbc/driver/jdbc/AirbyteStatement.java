package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.calcite.statement.JdbcEscapes;
import org.airbytejdbc.calcite.statement.StatementTexts;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/** A statement; has at most one execution at a time. Cancelled and closed from any thread. */
class AirbyteStatement extends StatementSettings {
  private final AirbyteConnection connection;
  private final AtomicReference<@Nullable Execution> current = new AtomicReference<>();
  private final Queue<String> further = new ConcurrentLinkedQueue<>();
  private final Queue<Execution> kept = new ConcurrentLinkedQueue<>();
  private final Batch batch = new Batch();
  private volatile boolean closed;

  /**
   * @param type of its result sets
   */
  AirbyteStatement(AirbyteConnection connection, ResultSetType type) {
    super(type);
    this.connection = connection;
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    return first(sql).rows().isPresent();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    return rows(first(sql));
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    return count(first(sql));
  }

  /** Runs the first statement of the text; the others run when their results are asked for. */
  private Execution first(@Nullable String sql) throws SQLException {
    List<String> texts = texts(sql);
    Execution execution = run(texts.get(0), Optional.empty());
    further.addAll(texts.subList(1, texts.size()));
    return execution;
  }

  private List<String> texts(@Nullable String sql) throws SQLException {
    ensureOpen();
    if (sql == null) {
      throw SqlErrors.argument("The statement's text is null");
    }
    further.clear();
    try {
      return StatementTexts.of(replacesEscapes() ? JdbcEscapes.replaced(sql) : sql);
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  static ResultSet rows(Execution execution) throws SQLException {
    return execution
        .rows()
        .orElseThrow(() -> SqlState.INVALID_STATEMENT.exception("The statement gives no rows", ""));
  }

  static long count(Execution execution) throws SQLException {
    if (execution.rows().isPresent()) {
      execution.close();
      throw SqlState.INVALID_STATEMENT.exception(
          "The statement gives rows", "Execute it with executeQuery or execute.");
    }
    return execution.updateCount();
  }

  /** Runs the statement; ends all executions before. */
  final Execution run(String sql, Optional<Parameters> parameters) throws SQLException {
    closeKept();
    return begin(sql, parameters);
  }

  private Execution begin(String sql, Optional<Parameters> parameters) throws SQLException {
    clearWarnings();
    Execution execution = begin();
    Cancellation.Registration unanswered = connection.unanswered(execution.cancellation());
    execution.endAfter(timeout().isZero() ? connection.session().queryTimeout() : timeout());
    try {
      connection.runner().run(request(sql, parameters), execution);
      return execution;
    } catch (SQLException | RuntimeException e) {
      throw execution.failure(e);
    } finally {
      execution.endAfter(Duration.ZERO);
      unanswered.close();
    }
  }

  final StatementRunner.Request request(String sql, Optional<Parameters> parameters)
      throws SQLException {
    return new StatementRunner.Request(
        sql, connection.currentSchema(), parameters, getLargeMaxRows(), scrolls());
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
    closeKept();
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

  /** Runs the next statement of the text, if there is one. */
  @Override
  public boolean getMoreResults(int now) throws SQLException {
    ensureOpen();
    if (now < CLOSE_CURRENT_RESULT || now > CLOSE_ALL_RESULTS) {
      throw SqlErrors.argument("There is no way " + now + " to go to the next result");
    }
    Execution execution = current.getAndSet(null);
    if (execution != null && now == KEEP_CURRENT_RESULT) {
      kept.add(execution);
    } else if (execution != null) {
      execution.close();
    }
    if (now == CLOSE_ALL_RESULTS) {
      closeKept();
    }
    String next = further.poll();
    return next != null && begin(next, Optional.empty()).rows().isPresent();
  }

  private void closeKept() throws SQLException {
    for (Execution execution = kept.poll(); execution != null; execution = kept.poll()) {
      execution.close();
    }
  }

  @Override
  public void addBatch(@Nullable String sql) throws SQLException {
    texts(sql).forEach(text -> batch.add(text, Optional.empty()));
  }

  @Override
  public final void clearBatch() throws SQLException {
    ensureOpen();
    batch.clear();
  }

  @Override
  public final long[] executeLargeBatch() throws SQLException {
    ensureOpen();
    return batch.run(this);
  }

  final Batch batch() {
    return batch;
  }

  /** No rows: no statement makes any. */
  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    ensureOpen();
    return connection.memory().query(MemoryTable.empty("generated_key BIGINT"));
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
