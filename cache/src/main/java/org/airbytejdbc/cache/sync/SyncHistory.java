package org.airbytejdbc.cache.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.ledger.StreamKeys;
import org.airbytejdbc.connector.protocol.StreamName;

/** The ledger's account of syncs. Runs in its caller's transaction. */
final class SyncHistory {
  private SyncHistory() {}

  /**
   * Takes note that a sync begins; returns its number. As the caller holds the streams' locks, a
   * sync of theirs that still seems to run belongs to a process that died.
   */
  static long begin(Connection connection, String source, Collection<StreamName> streams)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE _airbyte.syncs SET outcome = 'interrupted' WHERE source = ? AND outcome = 'running'"
            + " AND list_has_any(streams, "
            + StreamKeys.PARAMETER
            + ")",
        source,
        StreamKeys.write(streams));
    long id = Sql.number(connection, "SELECT coalesce(max(sync_id), 0) + 1 FROM _airbyte.syncs");
    Sql.update(
        connection,
        "INSERT INTO _airbyte.syncs VALUES (?, ?, "
            + StreamKeys.PARAMETER
            + ", ?, make_timestamptz(?), NULL, 'running', NULL, 0)",
        id,
        source,
        StreamKeys.write(streams),
        ProcessHandle.current().pid(),
        Instants.micros(Instant.now()));
    return id;
  }

  /** Takes note that the sync has ended. */
  static void end(Connection connection, long id, Optional<Exception> error, long records)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE _airbyte.syncs SET finished_at = make_timestamptz(?), outcome = ?,"
            + " error = nullif(?, ''), records = ? WHERE sync_id = ?",
        Instants.micros(Instant.now()),
        error.isEmpty() ? "finished" : "failed",
        error.map(Exception::getMessage).orElse(""),
        records,
        id);
  }
}
