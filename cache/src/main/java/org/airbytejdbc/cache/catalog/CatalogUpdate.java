package org.airbytejdbc.cache.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Brings ledger and tables in line with a newly discovered catalog, in one transaction. Streams
 * that are gone keep their rows.
 */
final class CatalogUpdate {
  private final Connection connection;
  private final String source;
  private final boolean keepUndeclared;
  private final boolean stale;
  private final Map<StreamName, StoredStream> known;

  /**
   * @param stale whether what was read so far is out of date
   */
  CatalogUpdate(Connection connection, String source, boolean keepUndeclared, boolean stale)
      throws SQLException {
    this.connection = connection;
    this.source = source;
    this.keepUndeclared = keepUndeclared;
    this.stale = stale;
    this.known =
        CatalogStore.streams(connection, source).stream()
            .collect(toMap(StoredStream::name, identity()));
  }

  void run(AirbyteCatalog catalog) throws SQLException {
    Map<StreamName, AirbyteStream> streams = new LinkedHashMap<>();
    catalog.streams().forEach(stream -> streams.putIfAbsent(stream.name(), stream));
    Map<StreamName, String> given =
        known.values().stream().collect(toMap(StoredStream::name, StoredStream::table));
    Map<StreamName, String> names = TableNames.assign(List.copyOf(streams.keySet()), given);
    List<StoredStream> added = new ArrayList<>();
    List<StoredStream> kept = new ArrayList<>();
    for (AirbyteStream stream : streams.values()) {
      StoredStream before = known.get(stream.name());
      int position = added.size() + kept.size();
      if (before == null) {
        added.add(add(stream, position, names.get(stream.name())));
      } else {
        kept.add(evolve(before, stream, position));
      }
    }
    for (StoredStream stream : known.values()) {
      if (!streams.containsKey(stream.name())) {
        kept.add(with(stream, stream.definition(), stream.position(), stream.columns(), true));
      }
    }
    CatalogStore.add(connection, added);
    CatalogStore.replace(connection, kept);
  }

  private StoredStream add(AirbyteStream stream, int position, String table) {
    List<Column> columns = SchemaEvolution.begin(stream, keepUndeclared);
    return new StoredStream(source, position, table, stream, columns, false, StreamStatus.NEW);
  }

  private StoredStream evolve(StoredStream before, AirbyteStream now, int position)
      throws SQLException {
    SchemaEvolution evolution =
        SchemaEvolution.of(before.columns(), before.definition(), now, keepUndeclared);
    SchemaChanges.put(connection, source, evolution.changes());
    if (!before.columns().equals(evolution.columns())) {
      reshape(before, evolution.columns());
    }
    return with(before, now, position, evolution.columns(), false);
  }

  private void reshape(StoredStream before, List<Column> columns) throws SQLException {
    Previews.forget(connection, before);
    // Asked for now only, as the engine is slow to list its tables the first time.
    Set<String> tables =
        Set.copyOf(
            Sql.query(
                connection,
                row -> SqlName.quoted(source) + "." + SqlName.quoted(row.getString(1)),
                "SELECT table_name FROM duckdb_tables() WHERE schema_name = ?",
                source));
    for (String table : List.of(before.liveTable(), before.nextTable())) {
      if (tables.contains(table)) {
        Sql.execute(connection, TableDdl.reshape(table, before.columns(), columns));
      }
    }
  }

  private StoredStream with(
      StoredStream stream,
      AirbyteStream definition,
      int position,
      List<Column> columns,
      boolean gone) {
    StreamStatus old = stream.status();
    StreamStatus status =
        new StreamStatus(
            old.readWhole(),
            old.stale() || stale,
            old.generation(),
            old.nextRows(),
            old.rows(),
            old.finishedAt());
    return new StoredStream(source, position, stream.table(), definition, columns, gone, status);
  }
}
