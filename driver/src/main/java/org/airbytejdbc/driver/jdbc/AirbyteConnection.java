package org.airbytejdbc.driver.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.metadata.AirbyteDatabaseMetaData;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.settings.TimeZoneTypes;

/** A connection; starts nothing by itself. Thread-safe. Closing it ends all that it began. */
public final class AirbyteConnection extends ConnectionState {
  private final ConnectionContext context;
  private final QueryTimer timer = new QueryTimer();
  private final MemoryRows memory = new MemoryRows();
  private final OwnWork work;
  private final Session session;
  private final StatementRunner runner;
  private final DatabaseMetaData metadata;
  private final Set<AirbyteStatement> statements = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  private AirbyteConnection(ConnectionContext context, OwnWork work) {
    super(context.schema(), work);
    this.context = context;
    this.work = work;
    this.session = new Session(context, schemaOfSession());
    this.runner = new StatementRunner(session, timer, memory, work);
    this.metadata =
        new AirbyteDatabaseMetaData(
            this,
            context.url(),
            context.version(),
            context.timeZoneTypes(),
            this::catalogs,
            this::own,
            memory);
  }

  /** The connection over this context, which it owns from now on. */
  public static Connection open(ConnectionContext context) {
    return new AirbyteConnection(context, new OwnWork());
  }

  private List<SourceCatalog> catalogs() {
    return sources().map(AttachedSource::catalog).toList();
  }

  private List<OwnTable> own() {
    return sources()
        .map(AttachedSource::cache)
        .distinct()
        .flatMap(cache -> work.known(cache).stream())
        .toList();
  }

  private Stream<AttachedSource> sources() {
    return context.attachments().current(context.run(Cancellation.none())).sources().stream();
  }

  TimeZoneTypes timeZoneTypes() {
    return context.timeZoneTypes();
  }

  QueryTimer timer() {
    return timer;
  }

  /** Ends a statement and this connection when the network timeout is over, until taken back. */
  Cancellation.Registration unanswered(Cancellation statement) {
    NetworkTimeout network = networkTimeout();
    return timer.after(network.time(), () -> giveUp(statement, network.executor()));
  }

  private void giveUp(Cancellation statement, Executor executor) {
    statement.cancel(Cancellation.Cause.TIMED_OUT);
    executor.execute(this::closeUnasked);
  }

  MemoryRows memory() {
    return memory;
  }

  Session session() {
    return session;
  }

  StatementRunner runner() {
    return runner;
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    ensureOpen();
    return opened(new AirbyteStatement(this, ResultSetType.of(type, concurrency, warnings())));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    ensureOpen();
    return opened(
        new AirbytePreparedStatement(
            this, ResultSetType.of(type, concurrency, warnings()), nativeSQL(sql)));
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    ensureOpen();
    return opened(
        new AirbyteCallableStatement(
            this, ResultSetType.of(type, concurrency, warnings()), nativeSQL(sql)));
  }

  private <T extends AirbyteStatement> T opened(T statement) throws SQLException {
    statements.add(statement);
    if (closed.get()) {
      statement.close();
      ensureOpen();
    }
    return statement;
  }

  /** The statement is closed. */
  void forget(AirbyteStatement statement) {
    statements.remove(statement);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    ensureOpen();
    return metadata;
  }

  @Override
  public void close() throws SQLException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (Held held = new Held()) {
      held.add(context.onClose()::run);
      held.add(timer);
      held.add(memory);
      held.add(work);
      statements.forEach(held::add);
    }
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    if (executor == null) {
      throw SqlErrors.argument("abort needs an executor");
    }
    executor.execute(this::closeUnasked);
  }

  private void closeUnasked() {
    try {
      close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
