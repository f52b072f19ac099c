package org.airbytejdbc.cache.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.cache.duckdb.DuckDbFile;
import org.airbytejdbc.cache.duckdb.Lease;
import org.airbytejdbc.cache.duckdb.Transaction;
import org.airbytejdbc.connector.Cancellation;

/**
 * The one way to the cache's database. Holds the file only while work is done.
 *
 * <p>Thread-safe. Loads run side by side; what changes the shape of tables runs alone, because the
 * engine refuses to commit rows into a table that another transaction has altered.
 */
public final class Ledger {
  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DuckDbFile file;
  private final ReentrantReadWriteLock shape = new ReentrantReadWriteLock(true);

  private final Incarnation incarnation;
  private volatile int checked;

  public Ledger(DuckDbFile file) {
    this.file = requireNonNull(file, "file");
    this.incarnation = new Incarnation(file.location());
  }

  /**
   * Equal as long as the database is the same one; another when its file was replaced, none while
   * there is no file.
   */
  public Optional<Object> incarnation() {
    return incarnation.current();
  }

  /** What is remembered of the database is void from now on, in all processes. */
  public void forgotten() {
    incarnation.forgotten();
  }

  /** Reads what is there; statements each see the newest commit. */
  public <T> T read(Cancellation cancellation, Work<T> work) {
    try (Lease lease = lease(cancellation)) {
      return work.run(lease.connection());
    } catch (SQLException e) {
      throw DuckDbErrors.exception(e, file.location());
    }
  }

  /**
   * Runs the work in a transaction, with no other writer beside it. It may be run more than once.
   */
  public <T> T alter(Cancellation cancellation, Transaction.Work<T> work) {
    try (Lease lease = lease(cancellation)) {
      return transaction(lease, shape.writeLock(), work);
    }
  }

  /** Runs the work in a transaction, beside other loads. It may be run more than once. */
  public <T> T load(Cancellation cancellation, Transaction.Work<T> work) {
    try (Lease lease = lease(cancellation)) {
      T result = transaction(lease, shape.readLock(), work);
      lease.trim();
      return result;
    }
  }

  private static <T> T transaction(Lease lease, Lock lock, Transaction.Work<T> work) {
    lock.lock();
    try {
      return Transaction.run(lease, work);
    } finally {
      lock.unlock();
    }
  }

  private Lease lease(Cancellation cancellation) {
    Lease lease = file.lease(cancellation);
    try {
      int opening = file.openings();
      if (opening != checked) {
        checkTables(lease.connection());
        checked = opening;
      }
      return lease;
    } catch (SQLException e) {
      lease.close();
      throw DuckDbErrors.exception(e, file.location());
    }
  }

  /** Once for each opening: while the file is held it stays what it is. */
  private void checkTables(Connection connection) throws SQLException {
    if (!LedgerTables.exist(connection)) {
      alone(() -> LedgerTables.create(connection));
      incarnation.begun();
    } else if (!LedgerTables.areCurrent(connection)) {
      alone(() -> LedgerTables.bringUpToDate(connection));
    }
  }

  private void alone(Change change) throws SQLException {
    shape.writeLock().lock();
    try {
      change.make();
    } finally {
      shape.writeLock().unlock();
    }
  }

  /** What changes the shape of the ledger's own tables. */
  @FunctionalInterface
  private interface Change {
    void make() throws SQLException;
  }
}
