package org.airbytejdbc.driver.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.system.SystemTable;
import org.airbytejdbc.driver.system.SystemTables;
import org.jspecify.annotations.Nullable;

/** The system tables among the {@link CatalogTables}. */
final class SystemRows {
  /** Their type in {@code getTables}. */
  static final String TYPE = "SYSTEM TABLE";

  private SystemRows() {}

  static Stream<List<@Nullable Object>> tables() {
    return SystemTables.all().stream()
        .map(table -> row(SystemTables.SCHEMA, table.name(), TYPE, table.description()));
  }

  static List<List<@Nullable Object>> columns() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SystemTable table : SystemTables.all()) {
      for (int i = 0; i < table.columns().size(); i++) {
        rows.add(column(table, table.columns().get(i), i + 1));
      }
    }
    return rows;
  }

  private static List<@Nullable Object> column(
      SystemTable table, MemoryTable.Column column, int position) {
    ColumnType type = ColumnType.of(column.type());
    return row(
        SystemTables.SCHEMA,
        table.name(),
        column.name(),
        position,
        type.jdbcType(),
        type == ColumnType.LIST ? column.type() : type.engineName(),
        type.precision(),
        type.scale(),
        type.isNumeric() ? 10 : null,
        type.isCaseSensitive() ? type.precision() : null,
        null);
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
