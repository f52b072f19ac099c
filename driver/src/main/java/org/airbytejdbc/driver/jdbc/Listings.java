package org.airbytejdbc.driver.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.cache.own.OwnTable.OwnColumn;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.calcite.RoutedStatement.Listing;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.system.SystemTables;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code SHOW TABLES} and its like from the catalogs and what is the user's own, with the
 * engine's columns.
 */
final class Listings {
  private Listings() {}

  /**
   * @param own in any schema
   */
  static MemoryTable of(
      Listing listing, String currentSchema, AttachedSources sources, List<OwnTable> own) {
    String schema = listing.schema().isEmpty() ? currentSchema : listing.schema();
    return switch (listing.listed()) {
      case SCHEMAS -> schemas(sources, currentSchema);
      case TABLES -> tables(sources, own, schema);
      case ALL_TABLES -> allTables(sources, own);
    };
  }

  private static MemoryTable schemas(AttachedSources sources, String currentSchema) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Stream.concat(
            Stream.of(SystemTables.SCHEMA, OwnTable.SCHEMA),
            sources.sources().stream().map(source -> source.source().name()))
        .sorted()
        .forEach(name -> rows.add(List.of(name, name.equalsIgnoreCase(currentSchema))));
    return new MemoryTable(MemoryTable.columns("schema_name VARCHAR", "current BOOLEAN"), rows);
  }

  private static MemoryTable tables(AttachedSources sources, List<OwnTable> own, String schema) {
    Stream<String> names =
        schema.equalsIgnoreCase(SystemTables.SCHEMA)
            ? SystemTables.all().stream().map(table -> table.name())
            : Stream.concat(
                streams(sources)
                    .filter(table -> schema.isEmpty() || table.schema().equalsIgnoreCase(schema))
                    .map(StreamTable::table),
                own.stream()
                    .filter(table -> schema.isEmpty() || table.schema().equalsIgnoreCase(schema))
                    .map(OwnTable::name));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    names.sorted().forEach(name -> rows.add(List.of(name)));
    return new MemoryTable(MemoryTable.columns("name VARCHAR"), rows);
  }

  private static MemoryTable allTables(AttachedSources sources, List<OwnTable> own) {
    List<Row> all = new ArrayList<>();
    streams(sources).map(Row::of).forEach(all::add);
    own.stream().map(Row::of).forEach(all::add);
    all.sort(Comparator.comparing(Row::schema).thenComparing(Row::name));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    all.forEach(row -> rows.add(List.of(row.schema, row.name, row.columns, row.types)));
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR", "name VARCHAR", "column_names VARCHAR[]", "column_types VARCHAR[]"),
        rows);
  }

  /** A view or table with its columns. */
  private record Row(String schema, String name, List<String> columns, List<String> types) {
    static Row of(StreamTable table) {
      return new Row(
          table.schema(),
          table.table(),
          table.columns().stream().map(Column::name).toList(),
          table.columns().stream().map(column -> DuckDbTypes.ddl(column.type())).toList());
    }

    static Row of(OwnTable table) {
      return new Row(
          table.schema(),
          table.name(),
          table.columns().stream().map(OwnColumn::name).toList(),
          table.columns().stream().map(OwnColumn::type).toList());
    }
  }

  private static Stream<StreamTable> streams(AttachedSources sources) {
    return sources.sources().stream()
        .map(AttachedSource::catalog)
        .flatMap(catalog -> catalog.tables().stream());
  }
}
