package org.airbytejdbc.cache.catalog;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.CatalogJson;

/** The ledger's account of sources and their streams. Runs in its caller's transaction. */
public final class CatalogStore {
  private static final String STREAM = " WHERE source = ? AND namespace = ? AND stream = ?";

  private CatalogStore() {}

  /** All streams that the source ever had, in the catalog's order. */
  public static List<StoredStream> streams(Connection connection, String source)
      throws SQLException {
    List<StoredStream> streams =
        Sql.query(
            connection,
            row -> stream(source, row),
            "SELECT *, epoch_us(finished_at) AS finished_us FROM _airbyte.streams WHERE source = ?",
            source);
    streams.sort(comparing(StoredStream::gone).thenComparing(StoredStream::position));
    return streams;
  }

  static Optional<SourceIdentity> identity(Connection connection, String source)
      throws SQLException {
    return Sql.query(
            connection,
            row -> new SourceIdentity(row.getString(1), row.getString(2), row.getString(3)),
            "SELECT connector, connector_version, config_hash FROM _airbyte.sources"
                + " WHERE source = ?",
            source)
        .stream()
        .findFirst();
  }

  static void put(Connection connection, String source, SourceIdentity identity)
      throws SQLException {
    Sql.update(connection, "DELETE FROM _airbyte.sources WHERE source = ?", source);
    Sql.update(
        connection,
        "INSERT INTO _airbyte.sources VALUES (?, ?, ?, ?, make_timestamptz(?))",
        source,
        identity.connector(),
        identity.version(),
        identity.configHash(),
        Instants.micros(Instant.now()));
  }

  /** Adds streams that are not there yet. */
  static void add(Connection connection, List<StoredStream> streams) throws SQLException {
    Sql.updates(
        connection,
        "INSERT INTO _airbyte.streams VALUES"
            + " (?, ?, ?, ?, ?, ?, ?, ?, false, false, 0, NULL, 0, NULL)",
        streams,
        stream ->
            List.of(
                stream.source(),
                stream.name().namespace().orElse(""),
                stream.name().name(),
                stream.position(),
                stream.table(),
                definition(stream),
                ColumnsJson.write(stream.columns()),
                stream.gone()));
  }

  /** Replaces all of the streams but their status, of which only whether it is stale. */
  static void replace(Connection connection, List<StoredStream> streams) throws SQLException {
    Sql.updates(
        connection,
        "UPDATE _airbyte.streams SET position = ?, definition = ?, columns = ?, gone = ?,"
            + " stale = ?"
            + STREAM,
        streams,
        stream ->
            List.of(
                stream.position(),
                definition(stream),
                ColumnsJson.write(stream.columns()),
                stream.gone(),
                stream.status().stale(),
                stream.source(),
                stream.name().namespace().orElse(""),
                stream.name().name()));
  }

  private static String definition(StoredStream stream) {
    return CatalogJson.write(new AirbyteCatalog(List.<AirbyteStream>of(stream.definition())));
  }

  /** Takes note of columns whose type has changed. */
  public static void putColumns(Connection connection, StoredStream stream) throws SQLException {
    update(connection, stream, "columns = ?", ColumnsJson.write(stream.columns()));
  }

  /** Takes note of how many rows of the next generation are covered by a checkpoint. */
  public static void putNextRows(Connection connection, StoredStream stream, long rows)
      throws SQLException {
    update(connection, stream, "next_rows = ?", rows);
  }

  /** Takes note that there is no next generation. */
  public static void dropNext(Connection connection, StoredStream stream) throws SQLException {
    update(connection, stream, "next_rows = NULL");
  }

  /** Takes note that the stream was read to its end; there is no next generation any more. */
  public static void putFinished(
      Connection connection, StoredStream stream, boolean newGeneration, long rows)
      throws SQLException {
    update(
        connection,
        stream,
        "read_whole = true, stale = false, next_rows = NULL, row_count = ?,"
            + " generation = generation + ?, finished_at = make_timestamptz(?)",
        rows,
        newGeneration ? 1 : 0,
        Instants.micros(Instant.now()));
  }

  /** Takes note that nothing was read of the stream. */
  public static void putUnread(Connection connection, StoredStream stream) throws SQLException {
    update(
        connection,
        stream,
        "read_whole = false, stale = false, next_rows = NULL, row_count = 0, finished_at = NULL");
  }

  /** Forgets the source in every respect. */
  public static void forget(Connection connection, String source) throws SQLException {
    for (String table :
        List.of("sources", "streams", "state", "schema_changes", "syncs", "previews")) {
      Sql.update(connection, "DELETE FROM _airbyte." + table + " WHERE source = ?", source);
    }
  }

  private static void update(
      Connection connection, StoredStream stream, String assignments, Object... values)
      throws SQLException {
    Object[] parameters = new Object[values.length + 3];
    System.arraycopy(values, 0, parameters, 0, values.length);
    parameters[values.length] = stream.source();
    parameters[values.length + 1] = stream.name().namespace().orElse("");
    parameters[values.length + 2] = stream.name().name();
    Sql.update(connection, "UPDATE _airbyte.streams SET " + assignments + STREAM, parameters);
  }

  private static StoredStream stream(String source, ResultSet row) throws SQLException {
    long nextRows = row.getLong("next_rows");
    OptionalLong next = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(nextRows);
    StreamStatus status =
        new StreamStatus(
            row.getBoolean("read_whole"),
            row.getBoolean("stale"),
            row.getLong("generation"),
            next,
            row.getLong("row_count"),
            Instants.read(row, "finished_us"));
    return new StoredStream(
        source,
        row.getInt("position"),
        row.getString("table_name"),
        CatalogJson.read(row.getString("definition")).streams().get(0),
        ColumnsJson.read(row.getString("columns")),
        row.getBoolean("gone"),
        status);
  }
}
