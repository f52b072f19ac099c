package org.airbytejdbc.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * An engine that holds no stream and no file: for small answers that are best given as a query,
 * such as metadata. Thread-safe; closed by whoever made it.
 */
public final class MemoryEngine implements AutoCloseable {
  private final DuckDBConnection first;

  public MemoryEngine() {
    try {
      first = DuckDBConnection.newConnection("jdbc:duckdb:", false, new Properties());
    } catch (Exception e) {
      throw failed(e);
    }
  }

  /** A connection to the same tables, closed by the caller. */
  public Connection connect() {
    try {
      return first.duplicate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      first.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static CacheException failed(Exception cause) {
    return new CacheException(
        CacheException.Kind.ENGINE,
        "The engine in memory failed: " + cause.getMessage(),
        "",
        cause);
  }
}
