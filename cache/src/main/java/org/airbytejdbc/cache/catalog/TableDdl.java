package org.airbytejdbc.cache.catalog;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.util.List;
import java.util.Map;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** The statements that make tables and give them another shape. Table names are quoted SQL text. */
public final class TableDdl {
  private TableDdl() {}

  /** What follows {@code CREATE TABLE}: the table's name and its columns. */
  public static String definition(String table, List<Column> columns) {
    return table
        + columns.stream()
            .map(column -> quoted(column.name()) + " " + DuckDbTypes.ddl(column.type()))
            .collect(joining(", ", " (", ")"));
  }

  /** Copies the table into one with the new columns in their order; the rows keep theirs. */
  static String reshape(String table, List<Column> before, List<Column> after) {
    Map<String, Column> old = before.stream().collect(toMap(Column::name, column -> column));
    return "CREATE OR REPLACE TABLE "
        + table
        + after.stream()
            .map(column -> value(old, column) + " AS " + quoted(column.name()))
            .collect(joining(", ", " AS SELECT ", " FROM "))
        + table
        + " ORDER BY rowid";
  }

  private static String value(Map<String, Column> old, Column column) {
    String type = DuckDbTypes.ddl(column.type());
    Column before = old.get(column.name());
    if (before == null) {
      return "NULL::" + type;
    }
    String value = quoted(column.name());
    if (before.type().equals(column.type())) {
      return value;
    }
    String text = before.type() == Simple.BINARY ? "to_base64(" + value + ")" : value;
    return column.type() == Simple.JSON ? "to_json(" + text + ")" : text + "::" + type;
  }
}
