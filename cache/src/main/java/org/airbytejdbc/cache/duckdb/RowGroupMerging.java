package org.airbytejdbc.cache.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Whether the engine merges row groups where it writes to the file. Held back while a cache is
 * open, else it would do it again and again while more are to come.
 */
public final class RowGroupMerging {
  private static final String SETTING = "max_vacuum_tasks";
  private static final String NONE = "0";

  private RowGroupMerging() {}

  static void holdBack(Properties settings) {
    settings.setProperty(SETTING, NONE);
  }

  static void allow(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET GLOBAL " + SETTING);
    }
  }

  /** Writes all changes into the file, merged. */
  public static void checkpoint(Connection connection) throws SQLException {
    allow(connection);
    try (Statement statement = connection.createStatement()) {
      try {
        statement.execute("CHECKPOINT");
      } finally {
        statement.execute("SET GLOBAL " + SETTING + " = " + NONE);
      }
    }
  }
}
