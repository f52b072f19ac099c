package org.airbytejdbc.cache.upkeep;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.Previews;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.RowGroupMerging;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.sync.SourceSync;
import org.airbytejdbc.connector.Cancellation;

/** Takes out of a cache what nobody will read any more. Thread-safe. */
public final class Cleaning {
  /**
   * What became of it.
   *
   * @param dropped names of the tables that are gone
   * @param bytesBefore of the file; 0 for a cache in memory
   */
  public record Cleaned(List<String> dropped, long bytesBefore, long bytesAfter) {
    public Cleaned {
      dropped = List.copyOf(dropped);
    }
  }

  private final CacheLocation location;
  private final Ledger ledger;
  private final NamedLocks locks;

  public Cleaning(CacheLocation location, Ledger ledger, NamedLocks locks) {
    this.location = requireNonNull(location, "location");
    this.ledger = requireNonNull(ledger, "ledger");
    this.locks = requireNonNull(locks, "locks");
  }

  /**
   * Drops what broken-off reads and previews have left of streams that were read whole since,
   * writes all changes into the file, and gives back what is free at its end. Streams that have
   * nothing left over may be read meanwhile.
   */
  public Cleaned clean(Cancellation cancellation) {
    long before = bytes();
    List<StoredStream> untidy = ledger.read(cancellation, Cleaning::untidy);
    Set<String> names = new TreeSet<>();
    untidy.forEach(
        stream -> names.addAll(SourceSync.lockNames(stream.source(), Set.of(stream.name()))));
    List<String> dropped =
        locks.holding(
            names,
            cancellation,
            () ->
                ledger.alter(cancellation, transaction -> drop(transaction.connection(), untidy)));
    ledger.read(
        cancellation,
        connection -> {
          RowGroupMerging.checkpoint(connection);
          return true;
        });
    return new Cleaned(dropped, before, bytes());
  }

  private static List<StoredStream> untidy(Connection connection) throws SQLException {
    List<StoredStream> untidy = new ArrayList<>();
    for (String source :
        Sql.query(connection, row -> row.getString(1), "SELECT source FROM _airbyte.sources")) {
      for (StoredStream stream : CatalogStore.streams(connection, source)) {
        if (!leftovers(connection, stream).isEmpty()) {
          untidy.add(stream);
        }
      }
    }
    return untidy;
  }

  private static List<String> drop(Connection connection, List<StoredStream> untidy)
      throws SQLException {
    List<String> dropped = new ArrayList<>();
    for (StoredStream before : untidy) {
      // It may have changed before its lock was got.
      for (StoredStream stream : CatalogStore.streams(connection, before.source())) {
        if (stream.name().equals(before.name())) {
          for (String table : leftovers(connection, stream)) {
            Sql.execute(connection, "DROP TABLE " + table);
            dropped.add(table);
          }
          if (stream.status().readWhole()) {
            Previews.forget(connection, stream);
          }
        }
      }
    }
    return dropped;
  }

  /** Quoted names of its tables that nothing will be read from. */
  private static List<String> leftovers(Connection connection, StoredStream stream)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    if (!stream.isBegun() && exists(connection, stream, "$next")) {
      tables.add(stream.nextTable());
    }
    if (stream.status().readWhole() && exists(connection, stream, "$preview")) {
      tables.add(stream.previewTable());
    }
    return tables;
  }

  private static boolean exists(Connection connection, StoredStream stream, String suffix)
      throws SQLException {
    return Sql.number(
            connection,
            "SELECT count(*) FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?",
            stream.source(),
            stream.table() + suffix)
        > 0;
  }

  /** With what is not yet written into the file itself. */
  private long bytes() {
    if (!(location instanceof CacheLocation.DuckDbFile file)) {
      return 0;
    }
    Path log = file.path().resolveSibling(file.path().getFileName() + ".wal");
    return bytes(file.path()) + bytes(log);
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException none) {
      return 0;
    } catch (IOException e) {
      throw new CacheException(
          CacheException.Kind.UNAVAILABLE, file + " cannot be read", "Check its permissions", e);
    }
  }
}
