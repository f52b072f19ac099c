package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.airbytejdbc.driver.result.RowStore;

/** The rows of a query in a temporary table of the engine, which puts what is much on the disk. */
final class StoredRows implements RowStore, AutoCloseable {
  /** One for each connection of the engine, which has one execution at a time. */
  private static final String TABLE = "temp.main.airbyte_scroll";

  private final Statement dropping;
  private final PreparedStatement reading;
  private final long count;

  private StoredRows(Statement dropping, PreparedStatement reading, long count) {
    this.dropping = dropping;
    this.reading = reading;
    this.count = count;
  }

  /** What makes the table of a query's rows. */
  static String creation(String sql, long maxRows) {
    String limit = maxRows > 0 ? " LIMIT " + maxRows : "";
    return "CREATE OR REPLACE TEMPORARY TABLE " + TABLE + " AS FROM (" + sql + "\n)" + limit;
  }

  /** The rows, once their table was made. */
  static StoredRows open(Connection engine, Execution execution) throws SQLException {
    Statement dropping = execution.hold(engine.createStatement());
    try (ResultSet counted = dropping.executeQuery("SELECT count(*) FROM " + TABLE)) {
      counted.next();
      PreparedStatement reading =
          execution.hold(
              engine.prepareStatement(
                  "FROM " + TABLE + " WHERE rowid >= ? AND rowid < ? ORDER BY rowid"));
      return execution.hold(new StoredRows(dropping, reading, counted.getLong(1)));
    }
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public ResultSet read(long first, int rows) throws SQLException {
    reading.setLong(1, first);
    reading.setLong(2, first + rows);
    return reading.executeQuery();
  }

  @Override
  public void close() throws SQLException {
    dropping.execute("DROP TABLE IF EXISTS " + TABLE);
  }
}
