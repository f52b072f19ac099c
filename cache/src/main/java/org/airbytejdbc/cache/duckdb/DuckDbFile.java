package org.airbytejdbc.cache.duckdb;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.connector.Cancellation;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The DuckDB database of a cache, held only while it is used: opened at the first {@link #lease},
 * kept for a moment after the last one is closed, given up at once then when another process asks
 * for it. One in memory is kept until it is closed.
 *
 * <p>Thread-safe. One for each location and JVM. Nothing is opened before the first lease.
 */
public final class DuckDbFile implements AutoCloseable {
  private final CacheLocation location;
  private final CacheSettings settings;
  private @Nullable DuckDBConnection root;

  public DuckDbFile(CacheLocation location, CacheSettings settings) {
    this.location = requireNonNull(location, "location");
    this.settings = requireNonNull(settings, "settings");
  }

  public CacheLocation location() {
    return location;
  }

  public CacheSettings settings() {
    return settings;
  }

  /**
   * A connection to the database; waits for other processes as long as {@code lockTimeout} allows.
   *
   * @throws CacheException LOCKED with the holder's process id, UNAVAILABLE, OUT_OF_SPACE
   * @throws org.airbytejdbc.connector.ConnectorException once cancelled
   */
  public Lease lease(Cancellation cancellation) {
    cancellation.throwIfCancelled();
    try {
      return new Lease(this, root().duplicate());
    } catch (SQLException e) {
      throw DuckDbErrors.exception(e, location);
    }
  }

  private synchronized DuckDBConnection root() throws SQLException {
    if (root == null) {
      String path = location instanceof CacheLocation.DuckDbFile file ? file.path().toString() : "";
      Properties properties = new Properties();
      root =
          (DuckDBConnection)
              requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:" + path, properties));
      try (var statement = root.createStatement()) {
        statement.execute("SET GLOBAL TimeZone = 'UTC'");
      }
    }
    return root;
  }

  void returned() {}

  /** Gives the file up once its last lease is closed. Idempotent. */
  @Override
  public synchronized void close() {
    Connection open = root;
    root = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        throw DuckDbErrors.exception(e, location);
      }
    }
  }
}
