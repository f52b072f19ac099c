package org.airbytejdbc.cache.load;

import static java.util.Objects.requireNonNull;

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
 * <p>The engine refuses some batches that looked plain, and a refusal ends the transaction: then
 * the work is done again from its beginning, with that batch loaded the strict way.
 */
public final class LoadTransaction {
  /** What happens in the transaction; may be run more than once, so it keeps its results inside. */
  @FunctionalInterface
  public interface Work<T> {
    T run(LoadTransaction transaction) throws SQLException;
  }

  private final Connection connection;

  private LoadTransaction(Connection connection) {
    this.connection = requireNonNull(connection, "connection");
  }

  /**
   * Runs the work and commits it, or rolls all of it back.
   *
   * @throws CacheException what the engine said, or what the work threw itself
   */
  public static <T> T run(Lease lease, Work<T> work) {
    Connection connection = lease.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      T result = work.run(new LoadTransaction(connection));
      statement.execute("COMMIT");
      return result;
    } catch (SQLException e) {
      throw DuckDbErrors.exception(e, lease.location());
    }
  }

  /** The connection of the transaction; the work neither commits nor closes it. */
  public Connection connection() {
    return connection;
  }

  /** Adds a batch's records to a table, in their order. The batch stays the caller's to close. */
  public LoadResult load(Batch batch, LoadTarget target) throws SQLException {
    long rows = NdjsonLoad.insert(connection, batch, target);
    return new LoadResult(rows, 0, List.of(), Set.of());
  }
}
