package org.airbytejdbc.cache.account;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.SchemaChange;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.ledger.StreamKeys;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * What the ledger says, source by source. Thread-safe; each call holds the file for as long as it
 * takes to read the answer.
 */
public final class CacheAccount {
  private final Ledger ledger;

  public CacheAccount(Ledger ledger) {
    this.ledger = requireNonNull(ledger, "ledger");
  }

  /** Empty if the source was never discovered. */
  public Optional<SourceEntry> source(String source, Cancellation cancellation) {
    return read(
            cancellation,
            row ->
                new SourceEntry(row.getString(1), row.getString(2), instant(row, "discovered_us")),
            "SELECT connector, connector_version, epoch_us(discovered_at) AS discovered_us"
                + " FROM _airbyte.sources WHERE source = ?",
            source)
        .stream()
        .findFirst();
  }

  /**
   * All streams that the source ever had, in the catalog's order.
   *
   * @param sizes whether to find out how many bytes each takes, which takes a while for many
   */
  public List<StreamEntry> streams(String source, boolean sizes, Cancellation cancellation) {
    return ledger.read(
        cancellation,
        connection -> {
          Map<StreamName, String> errors = lastErrors(connection, source);
          return CatalogStore.streams(connection, source).stream()
              .map(
                  stream ->
                      new StreamEntry(
                          stream,
                          sizes ? bytes(connection, stream) : OptionalLong.empty(),
                          Optional.ofNullable(errors.get(stream.name()))))
              .toList();
        });
  }

  /** All syncs, the newest first. */
  public List<SyncEntry> syncs(String source, Cancellation cancellation) {
    return read(
        cancellation,
        row -> sync(source, row),
        "SELECT *, to_json(streams)::VARCHAR AS stream_keys, epoch_us(started_at) AS started_us,"
            + " epoch_us(finished_at) AS finished_us FROM _airbyte.syncs WHERE source = ?"
            + " ORDER BY sync_id DESC",
        source);
  }

  /** All states, the oldest first. */
  public List<StateEntry> states(String source, Cancellation cancellation) {
    return read(
        cancellation,
        row ->
            new StateEntry(
                names(row),
                row.getString("kind"),
                row.getBoolean("pending"),
                row.getString("state"),
                instant(row, "stored_us")),
        "SELECT *, to_json(streams)::VARCHAR AS stream_keys, epoch_us(stored_at) AS stored_us"
            + " FROM _airbyte.state WHERE source = ? ORDER BY stored_at",
        source);
  }

  /** All changes, the oldest first. */
  public List<ChangeEntry> changes(String source, Cancellation cancellation) {
    return read(
        cancellation,
        row ->
            new ChangeEntry(
                new SchemaChange(
                    StreamName.of(row.getString("namespace"), row.getString("stream")),
                    SchemaChange.Kind.valueOf(row.getString("change").toUpperCase(Locale.ROOT)),
                    row.getString("field"),
                    Optional.ofNullable(row.getString("old_type")),
                    Optional.ofNullable(row.getString("new_type"))),
                instant(row, "changed_us")),
        "SELECT *, epoch_us(changed_at) AS changed_us FROM _airbyte.schema_changes"
            + " WHERE source = ? ORDER BY changed_at",
        source);
  }

  private <T> List<T> read(
      Cancellation cancellation, Sql.Row<T> row, String sql, Object... parameters) {
    return ledger.read(cancellation, connection -> Sql.query(connection, row, sql, parameters));
  }

  private static SyncEntry sync(String source, ResultSet row) throws SQLException {
    long bytes = row.getLong("bytes");
    return new SyncEntry(
        row.getLong("sync_id"),
        source,
        names(row),
        row.getLong("process_id"),
        instant(row, "started_us"),
        Instants.read(row, "finished_us"),
        row.getString("outcome"),
        Optional.ofNullable(row.getString("error")),
        row.getLong("records"),
        row.getObject("bytes") == null ? OptionalLong.empty() : OptionalLong.of(bytes),
        Optional.ofNullable(row.getString("state_before")),
        Optional.ofNullable(row.getString("state_after")));
  }

  private static List<String> names(ResultSet row) throws SQLException {
    return StreamKeys.read(row.getString("stream_keys")).stream()
        .map(StreamName::toString)
        .toList();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Instants.read(row, column).orElseThrow();
  }

  /** The errors of streams whose newest sync failed. */
  private static Map<StreamName, String> lastErrors(Connection connection, String source)
      throws SQLException {
    Map<StreamName, String> errors = new HashMap<>();
    Sql.query(
        connection,
        row ->
            errors.put(
                StreamKeys.read(row.getString(1)).get(0),
                Optional.ofNullable(row.getString(2)).orElse("")),
        "SELECT to_json([stream])::VARCHAR, arg_max(coalesce(error, ''), sync_id)"
            + " FROM (SELECT unnest(streams) AS stream, error, sync_id FROM _airbyte.syncs"
            + " WHERE source = ? AND outcome <> 'running') GROUP BY stream",
        source);
    errors.values().removeIf(String::isEmpty);
    return errors;
  }

  private static OptionalLong bytes(Connection connection, StoredStream stream) {
    if (stream.status().rows() == 0) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          Sql.number(
              connection,
              "SELECT count(DISTINCT block_id)"
                  + " * (SELECT max(block_size) FROM pragma_database_size())"
                  + " FROM pragma_storage_info("
                  + SqlName.literal(stream.liveTable())
                  + ") WHERE block_id >= 0"));
    } catch (SQLException notThere) {
      return OptionalLong.empty();
    }
  }
}
