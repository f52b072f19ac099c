package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.airbytejdbc.calcite.statement.JdbcEscapes;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.surface.NoSavepoints;
import org.airbytejdbc.driver.surface.NoSharding;
import org.airbytejdbc.driver.surface.StatementOverloads;
import org.airbytejdbc.driver.surface.Unwrapping;
import org.airbytejdbc.driver.surface.ValueFactories;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection that is set and asked for. Streams are only read, and every statement
 * sees them whole, so transactions are about what is the user's own.
 */
abstract class ConnectionState
    implements StatementOverloads, ValueFactories, NoSavepoints, NoSharding, Unwrapping {
  private final Properties clientInfo = new Properties();
  private volatile String schema;
  private final OwnWork work;
  private volatile int isolation = Connection.TRANSACTION_READ_COMMITTED;
  private volatile int holdability = ResultSet.HOLD_CURSORS_OVER_COMMIT;
  private volatile NetworkTimeout networkTimeout = NetworkTimeout.NONE;
  private final Warnings warnings = new Warnings();

  /**
   * @param work closed by the connection
   */
  ConnectionState(String schema, OwnWork work) {
    this.schema = schema;
    this.work = work;
  }

  /** The error of a closed connection. */
  final void ensureOpen() throws SQLException {
    if (isClosed()) {
      throw SqlState.CONNECTION_CLOSED.exception("The connection is closed", "");
    }
  }

  /** Where names without a schema are looked up; may be empty. */
  final String currentSchema() {
    return schema;
  }

  /** The same for statements, which can set it too. */
  final Session.CurrentSchema schemaOfSession() {
    return new Session.CurrentSchema() {
      @Override
      public String get() {
        return schema;
      }

      @Override
      public void set(String other) {
        schema = other;
      }
    };
  }

  /** What callers are told of the connection itself. */
  final Warnings warnings() {
    return warnings;
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    ensureOpen();
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    ensureOpen();
    warnings.clear();
  }

  @Override
  public final void setSchema(@Nullable String schema) throws SQLException {
    ensureOpen();
    this.schema = schema == null ? "" : schema;
  }

  @Override
  public final @Nullable String getSchema() throws SQLException {
    ensureOpen();
    return schema.isEmpty() ? null : schema;
  }

  /** There are no catalogs. */
  @Override
  public final void setCatalog(String catalog) throws SQLException {
    ensureOpen();
  }

  @Override
  public final @Nullable String getCatalog() throws SQLException {
    ensureOpen();
    return null;
  }

  @Override
  public final void setAutoCommit(boolean autoCommit) throws SQLException {
    ensureOpen();
    transaction(() -> work.autoCommit(autoCommit));
  }

  @Override
  public final boolean getAutoCommit() throws SQLException {
    ensureOpen();
    return work.autoCommit();
  }

  @Override
  public final void commit() throws SQLException {
    ensureOpen();
    transaction(work::commit);
  }

  @Override
  public final void rollback() throws SQLException {
    ensureOpen();
    transaction(work::rollback);
  }

  /** Something that an engine does with a transaction. */
  private interface Ending {
    void run() throws SQLException;
  }

  private static void transaction(Ending ending) throws SQLException {
    try {
      ending.run();
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public final void setReadOnly(boolean readOnly) throws SQLException {
    ensureOpen();
    work.readOnly(readOnly);
  }

  @Override
  public final boolean isReadOnly() throws SQLException {
    ensureOpen();
    return work.readOnly();
  }

  @Override
  public final void setTransactionIsolation(int level) throws SQLException {
    ensureOpen();
    switch (level) {
      case TRANSACTION_READ_UNCOMMITTED,
          TRANSACTION_READ_COMMITTED,
          TRANSACTION_REPEATABLE_READ,
          TRANSACTION_SERIALIZABLE ->
          isolation = level;
      default -> throw SqlErrors.argument("There is no transaction isolation " + level);
    }
  }

  @Override
  public final int getTransactionIsolation() throws SQLException {
    ensureOpen();
    return isolation;
  }

  @Override
  public final void setHoldability(int holdability) throws SQLException {
    ensureOpen();
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw SqlErrors.argument("There is no holdability " + holdability);
    }
    this.holdability = holdability;
  }

  @Override
  public final int getHoldability() throws SQLException {
    ensureOpen();
    return holdability;
  }

  @Override
  public final String nativeSQL(@Nullable String sql) throws SQLException {
    ensureOpen();
    if (sql == null) {
      throw SqlErrors.argument("The statement's text is null");
    }
    try {
      return JdbcEscapes.replaced(sql);
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public final void beginRequest() throws SQLException {
    ensureOpen();
  }

  /** What the borrower of a pool's connection leaves behind is not the next one's. */
  @Override
  public final void endRequest() throws SQLException {
    ensureOpen();
    work.reset();
  }

  @Override
  public final boolean isValid(int timeout) throws SQLException {
    if (timeout < 0) {
      throw SqlErrors.argument("The timeout must not be negative");
    }
    return !isClosed();
  }

  /** How long a statement may take before this is given up. */
  final NetworkTimeout networkTimeout() {
    return networkTimeout;
  }

  /** A statement that takes longer is ended, and the connection is closed with it. */
  @Override
  public final void setNetworkTimeout(@Nullable Executor executor, int milliseconds)
      throws SQLException {
    ensureOpen();
    if (executor == null) {
      throw SqlErrors.argument("A network timeout needs an executor");
    }
    if (milliseconds < 0) {
      throw SqlErrors.argument("The timeout must not be negative");
    }
    networkTimeout = new NetworkTimeout(executor, milliseconds);
  }

  @Override
  public final int getNetworkTimeout() throws SQLException {
    ensureOpen();
    return networkTimeout.milliseconds();
  }

  @Override
  public final void setClientInfo(@Nullable String name, @Nullable String value)
      throws SQLClientInfoException {
    ensureOpenForClientInfo();
    if (name == null) {
      throw clientInfoRefused();
    }
    synchronized (clientInfo) {
      if (value == null) {
        clientInfo.remove(name);
      } else {
        clientInfo.setProperty(name, value);
      }
    }
  }

  @Override
  public final void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
    ensureOpenForClientInfo();
    if (properties == null) {
      throw clientInfoRefused();
    }
    synchronized (clientInfo) {
      clientInfo.clear();
      properties
          .stringPropertyNames()
          .forEach(name -> clientInfo.setProperty(name, properties.getProperty(name)));
    }
  }

  @Override
  public final @Nullable String getClientInfo(@Nullable String name) throws SQLException {
    ensureOpen();
    return name == null ? null : clientInfo.getProperty(name);
  }

  @Override
  public final Properties getClientInfo() throws SQLException {
    ensureOpen();
    synchronized (clientInfo) {
      return (Properties) clientInfo.clone();
    }
  }

  private static SQLClientInfoException clientInfoRefused() {
    return new SQLClientInfoException(
        "Client info needs a name", SqlState.INVALID_ARGUMENT.code(), Map.of());
  }

  private void ensureOpenForClientInfo() throws SQLClientInfoException {
    try {
      ensureOpen();
    } catch (SQLException e) {
      throw new SQLClientInfoException(
          e.getMessage(), SqlState.CONNECTION_CLOSED.code(), Map.of(), e);
    }
  }
}
