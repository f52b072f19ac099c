package org.airbytejdbc.cache.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.airbytejdbc.cache.CacheException;

/** One explicit transaction, for whatever must become true together. */
public final class Transaction {
  /** What happens in the transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Transaction transaction) throws SQLException;
  }

  private final Lease lease;

  private Transaction(Lease lease) {
    this.lease = lease;
  }

  /**
   * Runs the work and commits it, or rolls all of it back.
   *
   * @return what the work returned
   * @throws CacheException what the engine said, or what the work threw itself
   */
  public static <T> T run(Lease lease, Work<T> work) {
    try {
      execute(lease.connection(), "BEGIN TRANSACTION");
      try {
        T result = work.run(new Transaction(lease));
        lease.onThisThread(() -> execute(lease.connection(), "COMMIT"));
        lease.committed();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(lease, e);
        throw e;
      }
    } catch (SQLException e) {
      throw lease.failure(e);
    }
  }

  private static void rollBack(Lease lease, Exception cause) {
    try {
      execute(lease.connection(), "ROLLBACK");
    } catch (SQLException e) {
      // A commit that failed has ended the transaction already.
      cause.addSuppressed(e);
    }
  }

  /** The connection of the transaction; the work neither commits nor closes it. */
  public Connection connection() {
    return lease.connection();
  }

  /** As {@link Lease#onThisThread}. */
  public void onThisThread(Lease.Statements statements) throws SQLException {
    lease.onThisThread(statements);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
