package org.airbytejdbc.cache.duckdb;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.duckdb.DuckDBDriver;

/** An engine in memory that holds no streams: for the engine's parser and its list of functions. */
public final class ScratchDuckDb {
  private ScratchDuckDb() {}

  /** A new engine of its own, which can reach no file and no network; gone when it is closed. */
  public static Connection open() {
    Properties settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("memory_limit", "512MB");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("lock_configuration", "true");
    try {
      return requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:", settings));
    } catch (SQLException e) {
      throw new CacheException(
          Kind.UNAVAILABLE, "An engine in memory cannot be opened: " + e.getMessage(), "", e);
    }
  }
}
