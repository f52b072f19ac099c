package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.driver.metadata.ShownTable.ShownColumn;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.airbytejdbc.driver.system.SystemTables;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see, as tables {@code schemas}, {@code tables}, {@code columns}, {@code
 * primary_keys} and {@code types} in memory, filled anew when a catalog has changed. Thread-safe.
 */
final class CatalogTables {
  private final MemoryRows memory;
  private final TimeZoneTypes zones;
  private List<Long> versions = List.of(Long.MIN_VALUE);

  CatalogTables(MemoryRows memory, TimeZoneTypes zones) {
    this.memory = memory;
    this.zones = zones;
  }

  /** Makes the tables say what these sources have. */
  synchronized void show(List<SourceCatalog> catalogs) throws SQLException {
    List<Long> now = catalogs.stream().map(SourceCatalog::version).toList();
    if (now.equals(versions)) {
      return;
    }
    List<ShownTable> tables =
        Stream.concat(
                SystemTables.all().stream().map(ShownTable::of),
                catalogs.stream().flatMap(catalog -> catalog.tables().stream()).map(ShownTable::of))
            .toList();
    try (MemoryRows.Session session = memory.connect()) {
      Connection engine = session.connection();
      schemas(catalogs).store(engine, "schemas");
      tables(tables).store(engine, "tables");
      columns(tables).store(engine, "columns");
      primaryKeys(tables).store(engine, "primary_keys");
      TypeTable.of(
              tables.stream().flatMap(table -> table.columns().stream()).map(ShownColumn::type),
              zones)
          .store(engine, "types");
    }
    versions = now;
  }

  private static MemoryTable schemas(List<SourceCatalog> catalogs) {
    return new MemoryTable(
        MemoryTable.columns("schema VARCHAR"),
        Stream.concat(catalogs.stream().map(SourceCatalog::source), Stream.of(SystemTables.SCHEMA))
            .distinct()
            .map(schema -> row(schema))
            .toList());
  }

  private static MemoryTable tables(List<ShownTable> tables) {
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR", "table VARCHAR", "table_type VARCHAR", "remarks VARCHAR"),
        tables.stream()
            .map(t -> row(t.schema(), t.name(), t.type().text(), remarks(t.remarks())))
            .toList());
  }

  private static MemoryTable columns(List<ShownTable> tables) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ShownTable table : tables) {
      int position = 0;
      for (ShownColumn column : table.columns()) {
        rows.add(
            row(
                table.schema(),
                table.name(),
                column.name(),
                ++position,
                column.type(),
                remarks(column.remarks())));
      }
    }
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR",
            "table VARCHAR",
            "column VARCHAR",
            "position INTEGER",
            "type VARCHAR",
            "remarks VARCHAR"),
        rows);
  }

  private static MemoryTable primaryKeys(List<ShownTable> tables) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ShownTable table : tables) {
      int position = 0;
      for (String column : table.key()) {
        rows.add(row(table.schema(), table.name(), column, ++position));
      }
    }
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR", "table VARCHAR", "column VARCHAR", "position SMALLINT"),
        rows);
  }

  private static @Nullable String remarks(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
