package org.airbytejdbc.calcite.query;

import static java.util.Objects.requireNonNull;

/**
 * The column of a stream's table that a column of a result is, unchanged.
 *
 * @param label what the result calls it
 */
public record ColumnOrigin(String schema, String table, String column, String label) {
  public ColumnOrigin {
    requireNonNull(schema, "schema");
    requireNonNull(table, "table");
    requireNonNull(column, "column");
    requireNonNull(label, "label");
  }

  /** The same under another name. */
  ColumnOrigin as(String other) {
    return new ColumnOrigin(schema, table, column, other);
  }
}
