package org.airbytejdbc.cache.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Sql;

/** The ledger's account of the previews that are kept. Runs in its caller's transaction. */
public final class Previews {
  private static final String STREAM = " WHERE source = ? AND namespace = ? AND stream = ?";

  private Previews() {}

  /** Whether a preview made since then has so many rows, or all that there are. */
  public static boolean exists(Connection connection, StoredStream stream, long rows, Instant since)
      throws SQLException {
    return Sql.number(
            connection,
            "SELECT count(*) FROM _airbyte.previews"
                + STREAM
                + " AND (whole OR row_count >= ?) AND epoch_us(read_at) >= ?",
            stream.source(),
            stream.name().namespace().orElse(""),
            stream.name().name(),
            rows,
            since.equals(Instant.MIN) ? 0 : Instants.micros(since))
        > 0;
  }

  /** Takes note of a new preview. */
  public static void put(Connection connection, StoredStream stream, long rows, boolean whole)
      throws SQLException {
    forget(connection, stream);
    Sql.update(
        connection,
        "INSERT INTO _airbyte.previews VALUES (?, ?, ?, ?, ?, make_timestamptz(?))",
        stream.source(),
        stream.name().namespace().orElse(""),
        stream.name().name(),
        rows,
        whole,
        Instants.micros(Instant.now()));
  }

  /** Takes note that there is none. */
  public static void forget(Connection connection, StoredStream stream) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM _airbyte.previews" + STREAM,
        stream.source(),
        stream.name().namespace().orElse(""),
        stream.name().name());
  }
}
