package org.airbytejdbc.driver.procedure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/** What a procedure gives back. */
public sealed interface Answer {
  /** Rows that were made up. */
  record Rows(MemoryTable table) implements Answer {}

  /** The rows of a query that runs in a cache. */
  record Query(Cache cache, String sql) implements Answer {
    public Query {
      requireNonNull(cache, "cache");
      requireNonNull(sql, "sql");
    }
  }

  /** Rows, each in the order of the columns. */
  static Answer rows(List<MemoryTable.Column> columns, List<List<@Nullable Object>> rows) {
    return new Rows(new MemoryTable(columns, rows));
  }
}
