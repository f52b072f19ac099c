package org.airbytejdbc.driver.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** The columns of the streams' tables. */
final class ColumnsTable implements ToldTable {
  @Override
  public String name() {
    return "columns";
  }

  @Override
  public String description() {
    return "A column of a stream's table";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "table_name VARCHAR",
        "position INTEGER",
        "name VARCHAR",
        "field VARCHAR",
        "type VARCHAR",
        "primary_key_position INTEGER",
        "is_cursor BOOLEAN",
        "description VARCHAR");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    context
        .streams()
        .forEach(
            table -> {
              for (int i = 0; i < table.columns().size(); i++) {
                rows.add(row(table, table.columns().get(i), i + 1));
              }
            });
    return rows;
  }

  private static List<@Nullable Object> row(
      StreamTable table, org.airbytejdbc.cache.catalog.Column column, int position) {
    int key = table.primaryKey().indexOf(column.name());
    return Arrays.asList(
        table.schema(),
        table.table(),
        position,
        column.name(),
        column.field().isEmpty() ? null : column.field(),
        DuckDbTypes.ddl(column.type()),
        key < 0 ? null : key + 1,
        table.stream().defaultCursorField().equals(List.of(column.field())),
        column.description().isEmpty() ? null : column.description());
  }
}
