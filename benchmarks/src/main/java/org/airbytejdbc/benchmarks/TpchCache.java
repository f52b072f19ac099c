package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** TPC-H in a cache, and a copy of the same file for the alternative. */
record TpchCache(String url, Path copy) {
  static final double SCALE = 0.2;

  static TpchCache filled(WorkFolder work) throws Exception {
    Path connector = TpchRecords.connector(work, SCALE);
    Path cache = work.path("tpch-" + SCALE + ".duckdb");
    Path copy = work.path("tpch-" + SCALE + "-copy.duckdb");
    String url =
        "jdbc:airbyte:source-tpch?executable="
            + connector
            + "&cache=duckdb:"
            + cache
            + "&maxAge=3650d";
    if (!Files.exists(copy)) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("CALL airbyte.sync('*')");
      }
      Files.copy(cache, copy);
    }
    return new TpchCache(url, copy);
  }

  Connection ours() throws Exception {
    return DriverManager.getConnection(url);
  }

  /** The same file by the engine's own driver. */
  Connection theirs() throws Exception {
    Connection connection = DuckDb.open(copy);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path='tpch'");
    }
    return connection;
  }
}
