package org.airbytejdbc.driver.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.calcite.RoutedStatement.Listing;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.system.SystemTables;
import org.jspecify.annotations.Nullable;

/** Answers {@code SHOW TABLES} and its like from the catalogs, with the engine's columns. */
final class Listings {
  private Listings() {}

  static MemoryTable of(Listing listing, String currentSchema, AttachedSources sources) {
    String schema = listing.schema().isEmpty() ? currentSchema : listing.schema();
    return switch (listing.listed()) {
      case SCHEMAS -> schemas(sources, currentSchema);
      case TABLES -> tables(sources, schema);
      case ALL_TABLES -> allTables(sources);
    };
  }

  private static MemoryTable schemas(AttachedSources sources, String currentSchema) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Stream.concat(
            Stream.of(SystemTables.SCHEMA),
            sources.sources().stream().map(source -> source.source().name()))
        .sorted()
        .forEach(name -> rows.add(List.of(name, name.equalsIgnoreCase(currentSchema))));
    return new MemoryTable(MemoryTable.columns("schema_name VARCHAR", "current BOOLEAN"), rows);
  }

  private static MemoryTable tables(AttachedSources sources, String schema) {
    Stream<String> names =
        schema.equalsIgnoreCase(SystemTables.SCHEMA)
            ? SystemTables.all().stream().map(table -> table.name())
            : streams(sources)
                .filter(table -> schema.isEmpty() || table.schema().equalsIgnoreCase(schema))
                .map(StreamTable::table);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    names.sorted().forEach(name -> rows.add(List.of(name)));
    return new MemoryTable(MemoryTable.columns("name VARCHAR"), rows);
  }

  private static MemoryTable allTables(AttachedSources sources) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    streams(sources)
        .sorted(Comparator.comparing(StreamTable::schema).thenComparing(StreamTable::table))
        .forEach(
            table ->
                rows.add(
                    List.of(
                        table.schema(),
                        table.table(),
                        table.columns().stream().map(Column::name).toList(),
                        table.columns().stream()
                            .map(column -> DuckDbTypes.ddl(column.type()))
                            .toList())));
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR", "name VARCHAR", "column_names VARCHAR[]", "column_types VARCHAR[]"),
        rows);
  }

  private static Stream<StreamTable> streams(AttachedSources sources) {
    return sources.sources().stream()
        .map(AttachedSource::catalog)
        .flatMap(catalog -> catalog.tables().stream());
  }
}
