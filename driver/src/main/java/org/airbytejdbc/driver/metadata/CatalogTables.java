package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs of the attached sources as tables {@code schemas}, {@code tables}, {@code columns}
 * and {@code primary_keys} in memory, with the procedures, filled anew when a catalog has changed.
 * Thread-safe.
 */
final class CatalogTables {
  private final MemoryRows memory;
  private List<Long> versions = List.of(Long.MIN_VALUE);

  CatalogTables(MemoryRows memory) {
    this.memory = memory;
  }

  /** Makes the tables say what these sources have. */
  synchronized void show(List<SourceCatalog> catalogs) throws SQLException {
    List<Long> now = catalogs.stream().map(SourceCatalog::version).toList();
    if (now.equals(versions)) {
      return;
    }
    try (MemoryRows.Session session = memory.connect()) {
      Connection engine = session.connection();
      schemas(catalogs).store(engine, "schemas");
      tables(catalogs).store(engine, "tables");
      columns(catalogs).store(engine, "columns");
      primaryKeys(catalogs).store(engine, "primary_keys");
      ProcedureTables.procedures().store(engine, "procedures");
      ProcedureTables.parameters().store(engine, "procedure_columns");
    }
    versions = now;
  }

  private static MemoryTable schemas(List<SourceCatalog> catalogs) {
    return new MemoryTable(
        MemoryTable.columns("schema VARCHAR"),
        Stream.concat(catalogs.stream().map(SourceCatalog::source), Stream.of(Procedures.SCHEMA))
            .distinct()
            .map(schema -> row(schema))
            .toList());
  }

  private static MemoryTable tables(List<SourceCatalog> catalogs) {
    return new MemoryTable(
        MemoryTable.columns("schema VARCHAR", "name VARCHAR", "type VARCHAR", "remarks VARCHAR"),
        Stream.concat(
                streams(catalogs)
                    .map(
                        table ->
                            row(
                                table.schema(),
                                table.table(),
                                TablesQuery.TYPE,
                                description(table))),
                SystemRows.tables())
            .toList());
  }

  /** The connector's name for the stream, where it is not the table's. */
  private static @Nullable String description(StreamTable table) {
    String name = table.name().toString();
    return name.equals(table.table()) ? null : "Stream " + name;
  }

  private static MemoryTable columns(List<SourceCatalog> catalogs) {
    List<List<@Nullable Object>> rows = SystemRows.columns();
    streams(catalogs)
        .forEach(
            table -> {
              for (int i = 0; i < table.columns().size(); i++) {
                rows.add(column(table, table.columns().get(i), i + 1));
              }
            });
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR",
            "table VARCHAR",
            "name VARCHAR",
            "position INTEGER",
            "data_type INTEGER",
            "type_name VARCHAR",
            "size INTEGER",
            "digits INTEGER",
            "radix INTEGER",
            "octets INTEGER",
            "remarks VARCHAR"),
        rows);
  }

  private static List<@Nullable Object> column(StreamTable table, Column column, int position) {
    ColumnType type = ColumnType.of(DuckDbTypes.ddl(column.type()));
    Optional<Decimal> decimal =
        column.type() instanceof Decimal number ? Optional.of(number) : Optional.empty();
    return row(
        table.schema(),
        table.table(),
        column.name(),
        position,
        type.jdbcType(),
        type.engineName(),
        decimal.map(Decimal::precision).orElse(type.precision()),
        decimal.map(Decimal::scale).orElse(type.scale()),
        type.isNumeric() ? 10 : null,
        type.isCaseSensitive() ? type.precision() : null,
        column.description().isEmpty() ? null : column.description());
  }

  private static MemoryTable primaryKeys(List<SourceCatalog> catalogs) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    streams(catalogs)
        .forEach(
            table -> {
              for (int i = 0; i < table.primaryKey().size(); i++) {
                rows.add(row(table.schema(), table.table(), table.primaryKey().get(i), i + 1));
              }
            });
    return new MemoryTable(
        MemoryTable.columns(
            "schema VARCHAR", "table VARCHAR", "column VARCHAR", "position SMALLINT"),
        rows);
  }

  private static Stream<StreamTable> streams(List<SourceCatalog> catalogs) {
    return catalogs.stream().flatMap(catalog -> catalog.tables().stream());
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
