package org.airbytejdbc.cache.upkeep;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.Previews;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.state.StateStore;
import org.airbytejdbc.cache.sync.SourceSync;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Forgets what was read. Waits for syncs of the streams as long as {@code lockTimeout} allows; all
 * processes that use the cache notice. Thread-safe.
 */
public final class Upkeep {
  private final Ledger ledger;
  private final NamedLocks locks;

  public Upkeep(Ledger ledger, NamedLocks locks) {
    this.ledger = requireNonNull(ledger, "ledger");
    this.locks = requireNonNull(locks, "locks");
  }

  /**
   * Forgets rows, states and previews of the streams, as if they had never been read. A state that
   * they share with others goes with them, so that these are read from the beginning, too.
   *
   * @return the streams as they were
   */
  public List<StoredStream> reset(
      String source, Set<StreamName> streams, Cancellation cancellation) {
    return holding(
        source,
        streams,
        cancellation,
        connection -> {
          List<StoredStream> found =
              CatalogStore.streams(connection, source).stream()
                  .filter(stream -> streams.contains(stream.name()))
                  .toList();
          for (StoredStream stream : found) {
            reset(connection, stream);
          }
          StateStore.remove(connection, source, true, streams);
          StateStore.remove(connection, source, false, streams);
          return found;
        });
  }

  /** Forgets all of a source, its history included; tables that are not its streams' stay. */
  public List<StoredStream> drop(String source, Cancellation cancellation) {
    Set<StreamName> streams =
        ledger.read(cancellation, connection -> CatalogStore.streams(connection, source)).stream()
            .map(StoredStream::name)
            .collect(Collectors.toSet());
    return holding(
        source,
        streams,
        cancellation,
        connection -> {
          List<StoredStream> found = CatalogStore.streams(connection, source);
          for (StoredStream stream : found) {
            reset(connection, stream);
          }
          CatalogStore.forget(connection, source);
          dropIfEmpty(connection, source);
          return found;
        });
  }

  private List<StoredStream> holding(
      String source,
      Collection<StreamName> streams,
      Cancellation cancellation,
      Ledger.Work<List<StoredStream>> work) {
    return locks.holding(
        SourceSync.lockNames(source, streams),
        cancellation,
        () -> {
          List<StoredStream> result =
              ledger.alter(cancellation, transaction -> work.run(transaction.connection()));
          ledger.forgotten();
          return result;
        });
  }

  private static void reset(Connection connection, StoredStream stream) throws SQLException {
    for (String table : List.of(stream.liveTable(), stream.nextTable(), stream.previewTable())) {
      Sql.execute(connection, "DROP TABLE IF EXISTS " + table);
    }
    Previews.forget(connection, stream);
    CatalogStore.putUnread(connection, stream);
  }

  private static void dropIfEmpty(Connection connection, String source) throws SQLException {
    long left =
        Sql.number(
            connection,
            "SELECT (SELECT count(*) FROM duckdb_tables() WHERE schema_name = ?)"
                + " + (SELECT count(*) FROM duckdb_views() WHERE schema_name = ?)",
            source,
            source);
    if (left == 0) {
      Sql.execute(connection, "DROP SCHEMA IF EXISTS " + SqlName.quoted(source));
    }
  }
}
