package org.airbytejdbc.cache.duckdb;

import java.sql.SQLException;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.CacheLocation;

/** DuckDB's errors in the cache's words. */
public final class DuckDbErrors {
  private DuckDbErrors() {}

  /** What an error of the engine means for the cache at this location. */
  public static CacheException exception(SQLException error, CacheLocation location) {
    return new CacheException(Kind.ENGINE, location + ": " + error.getMessage(), "", error);
  }
}
