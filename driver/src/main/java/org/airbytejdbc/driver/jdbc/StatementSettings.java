package org.airbytejdbc.driver.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.surface.ExecuteOverloads;
import org.airbytejdbc.driver.surface.Quoting;
import org.airbytejdbc.driver.surface.Unwrapping;
import org.jspecify.annotations.Nullable;

/** The part of a statement that is set before it runs. */
abstract class StatementSettings implements ExecuteOverloads, Quoting, Unwrapping {
  private final ResultSetType type;
  private final Warnings warnings = new Warnings();
  private volatile boolean escapes = true;
  private long maxRows;
  private int queryTimeout;
  private int maxFieldSize;
  private int fetchSize;
  private int fetchDirection = ResultSet.FETCH_FORWARD;
  private boolean poolable;
  private volatile boolean closeOnCompletion;

  StatementSettings(ResultSetType type) {
    this.type = type;
  }

  /** The error of a closed statement. */
  abstract void ensureOpen() throws SQLException;

  /** What callers are told of the execution. */
  final Warnings warnings() {
    return warnings;
  }

  /** Whether rows are to be walked through in any direction. */
  final boolean scrolls() {
    return type == ResultSetType.SCROLL_INSENSITIVE;
  }

  final boolean replacesEscapes() {
    return escapes;
  }

  /** Zero means for ever. */
  final Duration timeout() {
    return Duration.ofSeconds(queryTimeout);
  }

  /** At most so many rows are given, and no more are read than are needed for them. */
  @Override
  public final void setLargeMaxRows(long max) throws SQLException {
    maxRows = notNegative(max, "The number of rows");
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    ensureOpen();
    return maxRows;
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    queryTimeout = (int) notNegative(seconds, "The query timeout");
  }

  @Override
  public final int getQueryTimeout() throws SQLException {
    ensureOpen();
    return queryTimeout;
  }

  /** Kept, but nothing is ever cut off. */
  @Override
  public final void setMaxFieldSize(int max) throws SQLException {
    maxFieldSize = (int) notNegative(max, "The field size");
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    ensureOpen();
    return maxFieldSize;
  }

  /** A hint, which changes nothing here. */
  @Override
  public final void setFetchSize(int rows) throws SQLException {
    fetchSize = (int) notNegative(rows, "The fetch size");
  }

  @Override
  public final int getFetchSize() throws SQLException {
    ensureOpen();
    return fetchSize;
  }

  /** A hint, which changes nothing here. */
  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    ensureOpen();
    if (direction < ResultSet.FETCH_FORWARD || direction > ResultSet.FETCH_UNKNOWN) {
      throw SqlErrors.argument("There is no fetch direction " + direction);
    }
    fetchDirection = direction;
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    ensureOpen();
    return fetchDirection;
  }

  @Override
  public final int getResultSetType() throws SQLException {
    ensureOpen();
    return type.code();
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    ensureOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    ensureOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  /** Whether JDBC's escapes in texts that are executed from now on are replaced. */
  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    ensureOpen();
    escapes = enable;
  }

  @Override
  public final void setPoolable(boolean poolable) throws SQLException {
    ensureOpen();
    this.poolable = poolable;
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    ensureOpen();
    return poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    ensureOpen();
    closeOnCompletion = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    ensureOpen();
    return closeOnCompletion;
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

  private long notNegative(long value, String what) throws SQLException {
    ensureOpen();
    if (value < 0) {
      throw SqlErrors.argument(what + " must not be negative");
    }
    return value;
  }
}
