package org.airbytejdbc.cache.load;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.duckdb.Transaction;

/** Loads batches as part of a transaction. */
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
    if (batch.plain().isPresent()) {
      PlainLoad.insert(transaction.connection(), batch, batch.plain().get(), target);
    }
    Optional<StrictFile> strict = batch.strict();
    return strict.isPresent()
        ? StrictLoad.insert(transaction.connection(), batch, strict.get(), target)
        : new LoadResult(batch.records(), 0, List.of(), Set.of(), batch.undeclared());
  }
}
