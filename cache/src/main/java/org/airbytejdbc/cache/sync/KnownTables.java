package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.StreamOutlook;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.connector.Cancellation;

/**
 * What is known of the tables without a look into the file, so that a statement on fresh streams
 * need not ask. Only what can but get better is remembered. Thread-safe.
 */
public final class KnownTables {
  private final Ledger ledger;
  private final Map<String, Instant> finishedAt = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastRead = new ConcurrentHashMap<>();
  private final Set<String> everRead = ConcurrentHashMap.newKeySet();
  private final Set<String> existing = ConcurrentHashMap.newKeySet();
  private volatile Optional<Object> incarnation = Optional.empty();

  public KnownTables(Ledger ledger) {
    this.ledger = requireNonNull(ledger, "ledger");
  }

  /** Makes the tables that are not there, empty, with the columns that the ledger has. */
  public void ensure(String source, Collection<StreamTable> tables, Cancellation cancellation) {
    forgetIfReplaced();
    if (tables.stream().allMatch(table -> existing.contains(table.sqlName()))) {
      return;
    }
    Set<String> wanted = Set.copyOf(tables.stream().map(StreamTable::table).toList());
    existing.addAll(
        ledger.alter(
            cancellation, transaction -> create(transaction.connection(), source, wanted)));
  }

  /** Whether all the tables were read to their end at or after that moment. */
  public boolean areFresh(Collection<StreamTable> tables, Instant since) {
    forgetIfReplaced();
    for (StreamTable table : tables) {
      Instant finished = finishedAt.get(table.sqlName());
      if (finished == null || finished.isBefore(since)) {
        return false;
      }
    }
    return true;
  }

  /** When the table was last read to its end, as far as that is known without a look. */
  public Optional<Instant> lastRead(StreamTable table) {
    return Optional.ofNullable(finishedAt.get(table.sqlName()));
  }

  /** When the table was last read to its end, if it is known not to be fresh. */
  public Optional<Instant> outdated(StreamTable table, Instant since) {
    Instant fresh = finishedAt.get(table.sqlName());
    return fresh != null && !fresh.isBefore(since)
        ? Optional.empty()
        : Optional.ofNullable(lastRead.get(table.sqlName()));
  }

  /** Whether the table was ever read to its end. */
  public boolean everRead(StreamTable table, Cancellation cancellation) {
    forgetIfReplaced();
    if (!everRead.contains(table.sqlName())) {
      learn(
          ledger.read(
              cancellation, connection -> CatalogStore.streams(connection, table.schema())));
    }
    return everRead.contains(table.sqlName());
  }

  /** All streams of a source as the ledger has them now. */
  public List<StreamOutlook> outlook(Source source, Cancellation cancellation) {
    return ledger.read(
        cancellation,
        connection ->
            CatalogStore.streams(connection, source.name()).stream()
                .map(
                    stream ->
                        new StreamOutlook(
                            stream.table(),
                            RunPlan.strategy(source, stream).label(),
                            stream.status()))
                .toList());
  }

  /** Remembers what the ledger says of streams. */
  public void learn(Collection<StoredStream> streams) {
    forgetIfReplaced();
    for (StoredStream stream : streams) {
      if (stream.status().readWhole()) {
        everRead.add(stream.liveTable());
      }
      stream.status().finishedAt().ifPresent(at -> lastRead.put(stream.liveTable(), at));
      if (!stream.status().stale()) {
        stream.status().finishedAt().ifPresent(at -> finishedAt.put(stream.liveTable(), at));
      }
    }
  }

  /** Forgets how fresh the source's tables are; they may have become stale. */
  public void forget(String source) {
    String schema = SqlName.quoted(source) + ".";
    finishedAt.keySet().removeIf(table -> table.startsWith(schema));
  }

  private void forgetIfReplaced() {
    Optional<Object> current = ledger.incarnation();
    if (current.isEmpty() || !current.equals(incarnation)) {
      finishedAt.clear();
      lastRead.clear();
      everRead.clear();
      existing.clear();
      incarnation = current;
    }
  }

  private static Set<String> create(Connection connection, String source, Set<String> tables)
      throws SQLException {
    Set<String> made = new HashSet<>();
    for (StoredStream stream : CatalogStore.streams(connection, source)) {
      if (tables.contains(stream.table())) {
        Target.ensureLive(connection, stream);
        made.add(stream.liveTable());
      }
    }
    return made;
  }
}
