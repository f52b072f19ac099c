package org.airbytejdbc.driver.metadata;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.driver.system.SystemTable;
import org.airbytejdbc.driver.system.SystemTables;

/**
 * A table as metadata shows it, wherever it comes from.
 *
 * @param remarks empty if there is nothing to say
 * @param key the columns of its primary key in their order; empty if it has none
 */
record ShownTable(
    String schema,
    String name,
    TableType type,
    String remarks,
    List<ShownColumn> columns,
    List<String> key) {
  /**
   * A column of it.
   *
   * @param type as the engine writes it
   * @param remarks empty if there is nothing to say
   */
  record ShownColumn(String name, String type, boolean nullable, String remarks) {
    ShownColumn {
      requireNonNull(name, "name");
      requireNonNull(type, "type");
      requireNonNull(remarks, "remarks");
    }
  }

  ShownTable {
    requireNonNull(schema, "schema");
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(remarks, "remarks");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** A stream's table. */
  static ShownTable of(StreamTable table) {
    return new ShownTable(
        table.schema(),
        table.table(),
        TableType.TABLE,
        StreamRemarks.of(table),
        table.columns().stream()
            .map(
                column ->
                    new ShownColumn(
                        column.name(), DuckDbTypes.ddl(column.type()), true, column.description()))
            .toList(),
        table.primaryKey());
  }

  /** A table of the schema {@code airbyte}. */
  static ShownTable of(SystemTable table) {
    return new ShownTable(
        SystemTables.SCHEMA,
        table.name(),
        TableType.SYSTEM_TABLE,
        table.description(),
        table.columns().stream()
            .map(column -> new ShownColumn(column.name(), column.type(), true, ""))
            .toList(),
        List.of());
  }

  /** One of the user's own. */
  static ShownTable of(OwnTable table) {
    return new ShownTable(
        table.schema(),
        table.name(),
        table.isView()
            ? TableType.VIEW
            : table.temporary() ? TableType.LOCAL_TEMPORARY : TableType.TABLE,
        "",
        table.columns().stream()
            .map(column -> new ShownColumn(column.name(), column.type(), column.nullable(), ""))
            .toList(),
        table.primaryKey());
  }
}
