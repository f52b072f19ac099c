package org.airbytejdbc.cache.sync;

import java.sql.Connection;
import java.sql.SQLException;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.catalog.TableDdl;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Sql;

/**
 * Where a stream's records go. They are always loaded into the stream's next table first; a target
 * says what becomes of them there. Runs in its caller's transaction.
 */
sealed interface Target permits NextGeneration, LiveIncrement {
  /** Makes the tables, and puts away what no state covers. */
  void prepare(Connection connection, StoredStream stream) throws SQLException;

  /**
   * Takes note that a state covers more of the records than before.
   *
   * @param before how many were covered, counted from the target's beginning
   * @param now how many are
   */
  void advance(Connection connection, StoredStream stream, long before, long now)
      throws SQLException;

  /** Shows all records to statements; the stream was read to its end. */
  void finish(Connection connection, StoredStream stream, long before, long now)
      throws SQLException;

  /** The table that statements read; empty if it was not there. */
  static void ensureLive(Connection connection, StoredStream stream) throws SQLException {
    Sql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + SqlName.quoted(stream.source()));
    Sql.execute(
        connection,
        "CREATE TABLE IF NOT EXISTS " + TableDdl.definition(stream.liveTable(), stream.columns()));
  }

  /** An empty table for records to come. */
  static void renewNext(Connection connection, StoredStream stream) throws SQLException {
    Sql.execute(
        connection,
        "CREATE OR REPLACE TABLE " + TableDdl.definition(stream.nextTable(), stream.columns()));
  }

  /** How many rows statements see. */
  static long liveRows(Connection connection, StoredStream stream) throws SQLException {
    return Sql.number(connection, "SELECT count(*) FROM " + stream.liveTable());
  }
}
