package org.airbytejdbc.cache.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.cache.duckdb.Lease;

/**
 * One explicit transaction that loads batches, and does whatever must be true together with them.
 *
 * <p>The engine may refuse a batch that looked plain, and a refusal ends the transaction: then the
 * work is done again from its beginning, with that batch loaded the strict way.
 */
public final class LoadTransaction {
  /** What happens in the transaction. May be run more than once. */
  @FunctionalInterface
  public interface Work<T> {
    T run(LoadTransaction transaction) throws SQLException;
  }

  private final Connection connection;

  private LoadTransaction(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs the work and commits it, or rolls all of it back.
   *
   * @return what the run of the work that was committed returned
   * @throws CacheException what the engine said, or what the work threw itself
   */
  public static <T> T run(Lease lease, Work<T> work) {
    while (true) {
      try {
        return attempt(lease, work);
      } catch (Refused e) {
        // The batch knows by now that it is not plain.
      }
    }
  }

  private static <T> T attempt(Lease lease, Work<T> work) {
    try {
      execute(lease.connection(), "BEGIN TRANSACTION");
      try {
        T result = work.run(new LoadTransaction(lease.connection()));
        execute(lease.connection(), "COMMIT");
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
    return connection;
  }

  /**
   * Adds a batch's records to a table, in their order; widens columns that are too narrow. The
   * batch stays the caller's to close.
   *
   * @param target with the columns that the batch was written for; their types may be wider by now
   * @throws CacheException BAD_RECORD, OUT_OF_SPACE or UNAVAILABLE
   */
  public LoadResult load(Batch batch, LoadTarget target) throws SQLException {
    if (batch.file().isEmpty()) {
      return LoadResult.EMPTY;
    }
    if (!batch.isPlain()) {
      return StrictLoad.insert(connection, batch, target);
    }
    try {
      long rows = NdjsonLoad.insert(connection, batch, target);
      if (rows == batch.records()) {
        return new LoadResult(rows, 0, List.of(), Set.of(), batch.undeclared());
      }
    } catch (SQLException e) {
      if (!DuckDbErrors.isAboutValues(e)) {
        throw e;
      }
    }
    batch.refused();
    throw new Refused();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends an attempt; never leaves this class. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("the engine refused a batch", null, true, false);
    }
  }
}
