package org.airbytejdbc.cache.load;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
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
    if (batch.records() == 0) {
      return LoadResult.EMPTY;
    }
    try (Statement statement = transaction.connection().createStatement()) {
      if (batch.plain().isPresent()) {
        String sql = PlainLoad.sql(batch.plain().get(), batch.columns(), target);
        transaction.onThisThread(() -> insert(statement, sql, batch.plainRecords(), target));
      }
      if (batch.strict().isEmpty()) {
        return new LoadResult(batch.records(), 0, List.of(), Set.of(), batch.undeclared());
      }
      StrictFile strict = batch.strict().get();
      List<Column> widened = StrictLoad.widen(statement, strict, target);
      insert(
          statement,
          StrictLoad.sql(strict, target),
          batch.records() - batch.plainRecords(),
          target);
      Set<String> undeclared = new HashSet<>(batch.undeclared());
      undeclared.addAll(strict.undeclared());
      return new LoadResult(
          batch.records(), strict.changed(), widened, strict.nulled(), undeclared);
    }
  }

  private static void insert(Statement statement, String sql, long records, LoadTarget target)
      throws SQLException {
    try {
      if (statement.executeLargeUpdate(sql) == records) {
        return;
      }
    } catch (SQLException e) {
      if (!DuckDbErrors.isAboutValues(e)) {
        throw e;
      }
      // Its message would show what is in the record.
    }
    throw new CacheException(
        Kind.BAD_RECORD,
        "Records of stream " + target.stream() + " cannot be stored in " + target.table(),
        "Report it with the stream's schema; what was committed before is kept.");
  }
}
