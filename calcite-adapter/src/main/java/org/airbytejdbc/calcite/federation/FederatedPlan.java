package org.airbytejdbc.calcite.federation;

import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.RoutedStatement.Federated;

/**
 * What each cache does of a statement, and what is left to do with that.
 *
 * @param sql over the tables that the parts are
 */
public record FederatedPlan(List<Part> parts, String sql) {
  /**
   * What one cache does.
   *
   * @param schema and {@code table} name the table that its rows are handed over as
   * @param sql run in the cache
   */
  public record Part(Cache cache, String schema, String table, String sql) {
    private Part withoutRows() {
      return new Part(cache, schema, table, "SELECT * FROM (\n" + sql + "\n) LIMIT 0");
    }
  }

  public FederatedPlan {
    parts = List.copyOf(parts);
  }

  /** Hands every touched stream over whole, under its own name, and leaves the text as it is. */
  static FederatedPlan unplanned(Federated statement) {
    List<Part> parts = new ArrayList<>();
    for (Touched touched : statement.touched()) {
      for (StreamTable table : touched.tables()) {
        String sql = "SELECT * FROM " + table.sqlName();
        parts.add(new Part(touched.cache(), table.schema(), table.table(), sql));
      }
    }
    return new FederatedPlan(parts, statement.sql());
  }

  /** The same columns, for which no row is looked at. */
  FederatedPlan withoutRows() {
    return new FederatedPlan(parts.stream().map(Part::withoutRows).toList(), sql);
  }
}
