package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.driver.metadata.ShownTable.ShownColumn;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.airbytejdbc.driver.system.SystemTables;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see, as tables {@code schemas}, {@code tables}, {@code columns}, {@code
 * primary_keys} and {@code types} in memory, filled anew when any of it has changed. Thread-safe.
 */
final class CatalogTables {
  private final MemoryRows memory;
  private final TimeZoneTypes zones;
  private Optional<Shown> shown = Optional.empty();

  /** The versions stand for the streams, which would be long to compare. */
  private record Shown(List<Long> versions, List<OwnTable> own) {}

  CatalogTables(MemoryRows memory, TimeZoneTypes zones) {
    this.memory = memory;
    this.zones = zones;
  }

  /** Makes the tables say what these sources have. */
  synchronized void show(List<SourceCatalog> catalogs, List<OwnTable> own) throws SQLException {
    Shown now = new Shown(catalogs.stream().map(SourceCatalog::version).toList(), own);
    if (shown.equals(Optional.of(now))) {
      return;
    }
    List<ShownTable> tables =
        Stream.of(
                SystemTables.all().stream().map(ShownTable::of),
                catalogs.stream().flatMap(catalog -> catalog.tables().stream()).map(ShownTable::of),
                own.stream().map(ShownTable::of))
            .flatMap(each -> each)
            .toList();
    try (MemoryRows.Session session = memory.connect()) {
      Connection engine = session.connection();
      schemas(catalogs, own).store(engine, "schemas");
      tables(tables).store(engine, "tables");
      columns(tables).store(engine, "columns");
      primaryKeys(tables).store(engine, "primary_keys");
      TypeTable.of(
              tables.stream().flatMap(table -> table.columns().stream()).map(ShownColumn::type),
              zones)
          .store(engine, "types");
    }
    shown = Optional.of(now);
  }

  private static MemoryTable schemas(List<SourceCatalog> catalogs, List<OwnTable> own) {
    return new MemoryTable(
        MemoryTable.columns("schema VARCHAR"),
        Stream.of(
                catalogs.stream().map(SourceCatalog::source),
                Stream.of(SystemTables.SCHEMA, OwnTable.SCHEMA),
                own.stream().map(OwnTable::schema))
            .flatMap(each -> each)
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
                column.nullable(),
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
            "nullable BOOLEAN",
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
