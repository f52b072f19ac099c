package org.airbytejdbc.cache.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.ledger.StreamKeys;
import org.airbytejdbc.cache.state.StoredState.Kind;
import org.airbytejdbc.connector.protocol.StreamName;

/** The ledger's account of states. Runs in its caller's transaction. */
public final class StateStore {
  private StateStore() {}

  public static List<StoredState> load(Connection connection, String source) throws SQLException {
    return Sql.query(
        connection,
        row ->
            new StoredState(
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("pending"),
                Set.copyOf(StreamKeys.read(row.getString("stream_keys"))),
                row.getString("state"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant()),
        "SELECT *, to_json(streams)::VARCHAR AS stream_keys FROM _airbyte.state WHERE source = ?"
            + " ORDER BY stored_at",
        source);
  }

  /** Stores a state in the place of those that covered any of its streams. */
  public static void put(Connection connection, String source, StoredState state)
      throws SQLException {
    remove(connection, source, state.pending(), state.streams());
    Sql.update(
        connection,
        "INSERT INTO _airbyte.state VALUES (?, ?, ?, "
            + StreamKeys.PARAMETER
            + ", ?, make_timestamptz(?))",
        source,
        state.kind().name(),
        state.pending(),
        StreamKeys.write(state.streams()),
        state.json(),
        Instants.micros(state.at()));
  }

  /** Forgets the states that cover any of the streams, pending or not. */
  public static void removeAll(Connection connection, String source, Collection<StreamName> streams)
      throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM _airbyte.state WHERE source = ? AND list_has_any(streams, "
            + StreamKeys.PARAMETER
            + ")",
        source,
        StreamKeys.write(streams));
  }

  /** Forgets the states that cover any of the streams. */
  public static void remove(
      Connection connection, String source, boolean pending, Collection<StreamName> streams)
      throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM _airbyte.state WHERE source = ? AND pending = ? AND list_has_any(streams, "
            + StreamKeys.PARAMETER
            + ")",
        source,
        pending,
        StreamKeys.write(streams));
  }
}
