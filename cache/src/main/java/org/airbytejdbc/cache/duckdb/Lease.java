package org.airbytejdbc.cache.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import org.airbytejdbc.cache.CacheLocation;

/**
 * The right to use the cache's file, with a connection of its own. While one is open the file is
 * held; closed by whoever asked for it.
 */
public final class Lease implements AutoCloseable {
  private final DuckDbFile file;
  private final Connection connection;
  private boolean closed;

  Lease(DuckDbFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Where the database is. */
  public CacheLocation location() {
    return file.location();
  }

  /** This lease's own connection, in autocommit; closed with the lease. */
  public Connection connection() {
    return connection;
  }

  /** Closes the connection, which ends an open transaction. Idempotent, any thread. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw DuckDbErrors.exception(e, file.location());
    } finally {
      file.returned();
    }
  }
}
