package org.airbytejdbc.cache.load;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.cache.duckdb.Transaction;

/**
 * Loads batches as part of a transaction.
 *
 * <p>The engine may refuse a batch that looked plain, and a refusal ends the transaction: then its
 * work is done again from its beginning, with that batch loaded the strict way.
 */
public final class BatchLoad {
  private BatchLoad() {}

  /**
   * Adds a batch's records to a table, in their order; widens columns that are too narrow. The
   * batch stays the caller's to close.
   *
   * @param target with the columns that the batch was written for; their types may be wider by now
   * @throws org.airbytejdbc.cache.CacheException BAD_RECORD, OUT_OF_SPACE or UNAVAILABLE
   */
  public static LoadResult load(Transaction transaction, Batch batch, LoadTarget target)
      throws SQLException {
    if (batch.file().isEmpty()) {
      return LoadResult.EMPTY;
    }
    if (!batch.isPlain()) {
      return StrictLoad.insert(transaction.connection(), batch, target);
    }
    try {
      long rows = NdjsonLoad.insert(transaction.connection(), batch, target);
      if (rows == batch.records()) {
        return new LoadResult(rows, 0, List.of(), Set.of(), batch.undeclared());
      }
    } catch (SQLException e) {
      if (!DuckDbErrors.isAboutValues(e)) {
        throw e;
      }
    }
    batch.refused();
    throw new Transaction.Again("the engine refused a batch");
  }
}
