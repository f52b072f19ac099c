package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** The engine's own driver: our jar has it, but does not offer it to the DriverManager. */
final class DuckDb {
  private DuckDb() {}

  /** Closed by the caller. */
  static Connection open(Path file) throws Exception {
    Class.forName("org.duckdb.DuckDBDriver");
    return DriverManager.getConnection("jdbc:duckdb:" + file);
  }
}
