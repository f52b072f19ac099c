package org.airbytejdbc.calcite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.StatementException.Kind;

/**
 * Finds the streams and system tables that a query's tables are; what is none of them and not
 * readable either is refused.
 */
final class StreamNames {
  /** What a query names; tables of the engine's own are in neither. */
  record Named(Set<StreamTable> streams, Set<String> systemTables) {}

  private final List<SourceCatalog> catalogs;
  private final SystemSchema system;
  private final String currentSchema;
  private final Engine engine;

  StreamNames(
      List<SourceCatalog> catalogs, SystemSchema system, String currentSchema, Engine engine) {
    this.catalogs = catalogs;
    this.system = system;
    this.currentSchema = currentSchema;
    this.engine = engine;
  }

  /**
   * @throws StatementException UNKNOWN_TABLE, UNKNOWN_SCHEMA or UNSUPPORTED
   */
  Named resolve(QueryShape query) {
    for (String function : query.tableFunctions()) {
      if (!Readable.function(function)) {
        throw new StatementException(
            Kind.UNSUPPORTED,
            "A query may not call " + function + " in place of a table",
            "Queries read streams; files and other databases are read by connectors.");
      }
    }
    Set<StreamTable> streams = new LinkedHashSet<>();
    Set<String> systemTables = new LinkedHashSet<>();
    for (TableName table : query.tables()) {
      if (system.is(table.schema().orElse(currentSchema))) {
        systemTable(table).ifPresent(systemTables::add);
      } else {
        stream(table).ifPresent(streams::add);
      }
    }
    return new Named(streams, systemTables);
  }

  /** Empty for a table of the engine's own. */
  private Optional<String> systemTable(TableName name) {
    Optional<String> table = system.find(name.table());
    if (table.isEmpty() && (name.schema().isPresent() || !engine.isSystemTable(name.table()))) {
      throw new StatementException(
          Kind.UNKNOWN_TABLE,
          "There is no table " + name.table() + " in " + system.name(),
          Nearby.guidance(name.table(), system.tables()));
    }
    return table;
  }

  /** Empty for a table of the engine's own. */
  private Optional<StreamTable> stream(TableName name) {
    Optional<SourceCatalog> catalog = catalog(name.schema().orElse(currentSchema));
    Optional<StreamTable> stream = catalog.flatMap(found -> found.table(name.table()));
    if (stream.isPresent()) {
      return stream;
    }
    if (name.schema().isEmpty()) {
      if (engine.isSystemTable(name.table())) {
        return Optional.empty();
      }
      throw unknownTable(name, catalog);
    }
    if (catalog.isPresent()) {
      throw unknownTable(name, catalog);
    }
    if (Readable.schema(name.schema().get())) {
      return Optional.empty();
    }
    List<String> schemas = catalogs.stream().map(SourceCatalog::source).toList();
    throw new StatementException(
        Kind.UNKNOWN_SCHEMA,
        "There is no source " + name.schema().get() + ", as in " + name,
        Nearby.guidance(name.schema().get(), schemas));
  }

  private Optional<SourceCatalog> catalog(String schema) {
    return catalogs.stream()
        .filter(catalog -> catalog.source().equalsIgnoreCase(schema))
        .findFirst();
  }

  private StatementException unknownTable(TableName name, Optional<SourceCatalog> home) {
    List<String> elsewhere =
        Stream.concat(
                catalogs.stream()
                    .flatMap(catalog -> catalog.tables().stream())
                    .filter(table -> table.table().equalsIgnoreCase(name.table()))
                    .map(table -> table.schema() + "." + table.table()),
                system.find(name.table()).map(table -> system.name() + "." + table).stream())
            .toList();
    List<String> known =
        home.stream()
            .flatMap(catalog -> catalog.tables().stream())
            .map(StreamTable::table)
            .toList();
    String where = home.map(catalog -> " in " + catalog.source()).orElse("");
    return new StatementException(
        Kind.UNKNOWN_TABLE,
        "There is no table " + name.table() + where,
        Nearby.guidance(name.table(), elsewhere.isEmpty() ? known : elsewhere));
  }
}
