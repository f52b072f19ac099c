package org.airbytejdbc.cache.own;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.duckdb.DuckDbFile;
import org.airbytejdbc.cache.duckdb.Lease;
import org.airbytejdbc.connector.Cancellation;

/**
 * The views and tables of users that everybody who uses a cache sees. The file is looked into only
 * when it has changed since the last look, by whichever process. Thread-safe.
 */
public final class OwnTables {
  /** What a file looks like from outside. */
  private record Look(FileTime modified, long size, Optional<Object> key) {}

  private record Stamp(long changes, Optional<Look> file, Optional<Look> log) {}

  private record Remembered(Stamp stamp, List<OwnTable> tables) {}

  private final DuckDbFile file;
  private final AtomicLong changes = new AtomicLong();
  private volatile Remembered remembered =
      new Remembered(new Stamp(-1, Optional.empty(), Optional.empty()), List.of());

  public OwnTables(DuckDbFile file) {
    this.file = requireNonNull(file, "file");
  }

  /** All of them, by name; waits for the file if need be. */
  public List<OwnTable> all(Cancellation cancellation) {
    return current(() -> Optional.of(file.lease(cancellation)));
  }

  /** All of them as last known, where another process holds the file. */
  public List<OwnTable> known() {
    return current(file::leaseIfFree);
  }

  /** Takes note that this process has changed them. */
  public void changed() {
    changes.incrementAndGet();
  }

  /** Opens the database, or does not as it is held. */
  private interface Opening {
    Optional<Lease> open();
  }

  private List<OwnTable> current(Opening opening) {
    Stamp now = stamp();
    Remembered known = remembered;
    if (now.equals(known.stamp)) {
      return known.tables;
    }
    Optional<Lease> opened = noFile(now) ? Optional.empty() : opening.open();
    if (opened.isEmpty()) {
      return noFile(now) ? List.of() : known.tables;
    }
    try (Lease lease = opened.get()) {
      try {
        List<OwnTable> tables = OwnTablesQuery.run(lease.connection());
        remembered = new Remembered(now, tables);
        return tables;
      } catch (SQLException e) {
        throw lease.failure(e);
      }
    }
  }

  private boolean noFile(Stamp stamp) {
    return stamp.file.isEmpty() && file.location() instanceof CacheLocation.DuckDbFile;
  }

  private Stamp stamp() {
    if (file.location() instanceof CacheLocation.DuckDbFile known) {
      Path log = known.path().resolveSibling(known.path().getFileName() + ".wal");
      return new Stamp(changes.get(), look(known.path()), look(log));
    }
    return new Stamp(changes.get(), Optional.empty(), Optional.empty());
  }

  private static Optional<Look> look(Path path) {
    try {
      BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Look(seen.lastModifiedTime(), seen.size(), Optional.ofNullable(seen.fileKey())));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
