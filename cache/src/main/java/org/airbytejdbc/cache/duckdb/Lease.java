package org.airbytejdbc.cache.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.SessionView;

/**
 * The right to use the cache's database, with a connection of its own. While one is open the file
 * is held; closed by whoever asked for it.
 */
public final class Lease implements AutoCloseable {
  private final DuckDbFile file;
  private final Connection connection;
  private final Ending ending;
  private boolean closed;

  /** What becomes of the connection. */
  interface Ending {
    void end() throws SQLException;
  }

  /** What is run on the connection. */
  @FunctionalInterface
  public interface Statements {
    void run() throws SQLException;
  }

  Lease(DuckDbFile file, Connection connection, Ending ending) {
    this.file = file;
    this.connection = connection;
    this.ending = ending;
  }

  /** Where the database is. */
  public CacheLocation location() {
    return file.location();
  }

  /** This lease's own connection, in autocommit; not to be used after the lease. */
  public Connection connection() {
    return connection;
  }

  /**
   * What an error of the connection means, for the caller to throw; remembers an error after which
   * the database must be opened again.
   */
  public CacheException failure(SQLException error) {
    if (DuckDbErrors.isFatal(error)) {
      file.broken();
    }
    return DuckDbErrors.exception(error, file.location());
  }

  /**
   * Runs a statement that has little to divide without the engine's workers, if nobody else uses
   * the database. Else one of them does it every other time, and the calling thread spins until it
   * is done, on a core that the connector could have.
   */
  void onThisThread(Statements statements) throws SQLException {
    file.dismissWorkers();
    try {
      statements.run();
    } finally {
      file.recallWorkers();
    }
  }

  /** Has names and times seen so from now on, on a lease that was got without a view. */
  public void see(SessionView view) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ViewSettings.changed(view));
    }
  }

  /** Keeps what was just committed from other users. */
  public void committed() {
    OpenDatabase.restrict(location());
  }

  /** Keeps what was committed out of memory; worth its time after a load. */
  public void trim() {
    file.trim();
  }

  /**
   * Closes the connection, which ends an open transaction, or keeps one with a view for the next.
   * Idempotent, any thread.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      ending.end();
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      file.returned();
    }
  }
}
