package org.airbytejdbc.driver.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.cache.MemoryEngine;

/** Reads files with an engine of its own. */
final class ReadBack {
  private ReadBack() {}

  /** The rows of a query over a file. */
  static List<String> rows(String reader, Path file, String columns) throws SQLException {
    try (MemoryEngine engine = new MemoryEngine();
        Connection connection = engine.connect()) {
      return Shop.rows(connection, "SELECT " + columns + " FROM " + reader + "('" + file + "')");
    }
  }
}
