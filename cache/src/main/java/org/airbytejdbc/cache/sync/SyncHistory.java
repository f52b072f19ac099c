package org.airbytejdbc.cache.sync;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.ledger.StreamKeys;
import org.airbytejdbc.cache.state.StoredState;
import org.airbytejdbc.connector.protocol.StreamName;

/** The ledger's account of syncs. Runs in its caller's transaction. */
final class SyncHistory {
  /** Longer ones are left out: each sync would repeat them. */
  private static final int LONGEST_STATES = 1 << 16;

  private SyncHistory() {}

  /**
   * Takes note that a sync begins; returns its number. As the caller holds the streams' locks, a
   * sync of theirs that still seems to run belongs to a process that died.
   *
   * @param states that the connector is given
   */
  static long begin(
      Connection connection,
      String source,
      Collection<StreamName> streams,
      Collection<StoredState> states)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE _airbyte.syncs SET outcome = 'interrupted' WHERE source = ? AND outcome = 'running'"
            + " AND list_has_any(streams, "
            + StreamKeys.PARAMETER
            + ")",
        source,
        StreamKeys.write(streams));
    return Sql.number(
        connection,
        "INSERT INTO _airbyte.syncs (sync_id, source, streams, process_id, started_at,"
            + " outcome, records, state_before) SELECT coalesce(max(sync_id), 0) + 1, ?, "
            + StreamKeys.PARAMETER
            + ", ?, make_timestamptz(?), 'running', 0, nullif(?, '') FROM _airbyte.syncs"
            + " RETURNING sync_id",
        source,
        StreamKeys.write(streams),
        ProcessHandle.current().pid(),
        Instants.micros(Instant.now()),
        text(states));
  }

  /**
   * Takes note that the sync has ended.
   *
   * @param states that the next one will be given
   */
  static void end(
      Connection connection,
      long id,
      Optional<Exception> error,
      long records,
      long bytes,
      Collection<StoredState> states)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE _airbyte.syncs SET finished_at = make_timestamptz(?), outcome = ?,"
            + " error = nullif(?, ''), records = ?, bytes = ?, state_after = nullif(?, '')"
            + " WHERE sync_id = ?",
        Instants.micros(Instant.now()),
        error.isEmpty() ? "finished" : "failed",
        error.map(Exception::getMessage).orElse(""),
        records,
        bytes,
        text(states),
        id);
  }

  /** A JSON array; empty if there is none. */
  private static String text(Collection<StoredState> states) {
    String text = states.stream().map(StoredState::json).collect(joining(",", "[", "]"));
    return states.isEmpty() || text.length() > LONGEST_STATES ? "" : text;
  }
}
