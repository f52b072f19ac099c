package org.airbytejdbc.cache.duckdb;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.SessionView;
import org.airbytejdbc.connector.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The DuckDB database of a cache, held only while it is used: opened at the first {@link #lease},
 * kept for a moment after the last one is closed, given up at once then when another process asks
 * for it. One in memory is kept until it is closed.
 *
 * <p>Thread-safe. One for each location and JVM. Nothing is opened before the first lease.
 */
public final class DuckDbFile implements AutoCloseable {
  /** What the engine calls the database; its own choice, the file's name, may be a schema's too. */
  public static final String DATABASE = "airbyte_cache";

  private static final Duration KEPT_IDLE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(20);

  /** How long a new user of this process stands back for another process that waits. */
  private static final Duration COURTESY = Duration.ofMillis(300);

  /** Makes a lease of the open database. */
  private interface Leasing {
    Lease of(OpenDatabase database) throws SQLException;
  }

  private final CacheLocation location;
  private final CacheSettings settings;
  private final Optional<HandoverRequest> request;

  private @Nullable OpenDatabase database;
  private int leases;
  private int openings;
  private long idleSince;
  private boolean broken;
  private boolean closed;

  public DuckDbFile(CacheLocation location, CacheSettings settings) {
    this.location = requireNonNull(location, "location");
    this.settings = requireNonNull(settings, "settings");
    this.request =
        location instanceof CacheLocation.DuckDbFile file
            ? Optional.of(new HandoverRequest(file.path()))
            : Optional.empty();
  }

  public CacheLocation location() {
    return location;
  }

  /**
   * A connection to the database; waits for other processes as long as {@code lockTimeout} allows.
   *
   * @throws CacheException LOCKED with the holder's process id, UNAVAILABLE, OUT_OF_SPACE
   * @throws org.airbytejdbc.connector.ConnectorException once cancelled
   * @throws IllegalStateException once closed
   */
  public Lease lease(Cancellation cancellation) {
    return lease(cancellation, this::ofOne);
  }

  /** The same without a wait; empty while another process holds the file. */
  public Optional<Lease> leaseIfFree() {
    return tryToLease(this::ofOne);
  }

  private Optional<Lease> tryToLease(Leasing leasing) {
    try {
      return Optional.of(open(leasing));
    } catch (SQLException e) {
      if (DuckDbErrors.isLocked(e)) {
        return Optional.empty();
      }
      throw DuckDbErrors.exception(e, location);
    }
  }

  private Lease ofOne(OpenDatabase database) throws SQLException {
    Connection connection = database.connection();
    return new Lease(this, connection, () -> end(connection));
  }

  /** What was written may have begun a write-ahead log. */
  private void end(Connection connection) throws SQLException {
    connection.close();
    OpenDatabase.restrict(location);
  }

  /**
   * A connection that sees names and times so, for reading alone and on which nothing else may be
   * set; as above.
   */
  public Lease lease(SessionView view, Cancellation cancellation) {
    return lease(
        cancellation,
        open -> {
          Connection connection = open.idle().take(view);
          return new Lease(this, connection, () -> open.idle().give(view, connection));
        });
  }

  private Lease lease(Cancellation cancellation, Leasing leasing) {
    standBack(cancellation);
    cancellation.throwIfCancelled();
    Optional<Lease> free = tryToLease(leasing);
    if (free.isPresent()) {
      return free.get();
    }
    long start = System.nanoTime();
    try {
      while (true) {
        cancellation.throwIfCancelled();
        ask();
        pause();
        if (System.nanoTime() - start > settings.lockTimeout().toNanos()) {
          return open(leasing);
        }
        free = tryToLease(leasing);
        if (free.isPresent()) {
          return free.get();
        }
      }
    } catch (SQLException e) {
      throw DuckDbErrors.exception(e, location);
    } finally {
      withdraw();
    }
  }

  /** How often the database was opened; the same as long as a lease is held. */
  public synchronized int openings() {
    return openings;
  }

  private synchronized Lease open(Leasing leasing) throws SQLException {
    if (closed) {
      throw new IllegalStateException(location + " is closed");
    }
    if (database == null) {
      database = OpenDatabase.open(location);
      openings++;
      broken = false;
      idleSince = System.nanoTime();
      if (request.isPresent()) {
        Thread keeper = new Thread(this::releaseWhenIdle, "airbyte-cache " + location);
        keeper.setDaemon(true);
        keeper.start();
      }
    }
    Lease lease = leasing.of(database);
    leases++;
    database.recallWorkers();
    return lease;
  }

  /** Called by a lease after its commit. */
  synchronized void trim() {
    if (leases == 1 && database != null && location instanceof CacheLocation.DuckDbFile) {
      database.trim();
    }
  }

  /** Called by a lease; they are recalled for the next one, too. */
  synchronized void dismissWorkers() {
    if (leases == 1 && database != null) {
      database.dismissWorkers();
    }
  }

  /** Called by a lease that has dismissed them. */
  synchronized void recallWorkers() {
    if (database != null) {
      database.recallWorkers();
    }
  }

  /** Called by a lease that was closed. */
  synchronized void returned() {
    leases--;
    idleSince = System.nanoTime();
    if (leases == 0 && (closed || broken || isWanted())) {
      release();
    }
  }

  /** Called by a lease that met an error after which the open database is of no more use. */
  synchronized void broken() {
    broken = true;
  }

  /** Gives the database up, once its last lease is closed. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    if (leases == 0) {
      release();
    }
  }

  /**
   * The keeper's work, from opening to release. It looks now and then, as to be woken by each lease
   * that ends would cost more than many a query.
   */
  private synchronized void releaseWhenIdle() {
    OpenDatabase mine = database;
    try {
      while (database == mine && mine != null) {
        boolean idle = leases == 0;
        if (idle && (isWanted() || System.nanoTime() - idleSince >= KEPT_IDLE.toNanos())) {
          release();
        } else {
          wait(POLL.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    OpenDatabase open = database;
    database = null;
    if (open != null) {
      open.close();
    }
    notifyAll();
  }

  private boolean isWanted() {
    return request.map(HandoverRequest::isPending).orElse(false);
  }

  /** Lets another process have its turn, so that busy users of this one do not starve it. */
  private void standBack(Cancellation cancellation) {
    long start = System.nanoTime();
    while (isWanted() && System.nanoTime() - start < COURTESY.toNanos()) {
      cancellation.throwIfCancelled();
      pause();
    }
  }

  private void ask() {
    try {
      if (request.isPresent()) {
        request.get().ask();
      }
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path());
    }
  }

  private void withdraw() {
    try {
      if (request.isPresent()) {
        request.get().withdraw();
      }
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path());
    }
  }

  private Path path() {
    return location instanceof CacheLocation.DuckDbFile file ? file.path() : Path.of("");
  }

  private void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CacheException(
          CacheException.Kind.LOCKED, "Interrupted while waiting for " + location, "", e);
    }
  }
}
