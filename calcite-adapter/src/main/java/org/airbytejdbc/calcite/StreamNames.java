package org.airbytejdbc.calcite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.StatementException.Kind;

/** Finds the streams that a query's tables are; what is neither stream nor readable is refused. */
final class StreamNames {
  private final List<SourceCatalog> catalogs;
  private final String currentSchema;
  private final Engine engine;

  StreamNames(List<SourceCatalog> catalogs, String currentSchema, Engine engine) {
    this.catalogs = catalogs;
    this.currentSchema = currentSchema;
    this.engine = engine;
  }

  /**
   * @throws StatementException UNKNOWN_TABLE, UNKNOWN_SCHEMA or UNSUPPORTED
   */
  Set<StreamTable> resolve(QueryShape query) {
    for (String function : query.tableFunctions()) {
      if (!Readable.function(function)) {
        throw new StatementException(
            Kind.UNSUPPORTED,
            "A query may not call " + function + " in place of a table",
            "Queries read streams; files and other databases are read by connectors.");
      }
    }
    Set<StreamTable> streams = new LinkedHashSet<>();
    query.tables().forEach(table -> resolve(table).ifPresent(streams::add));
    return streams;
  }

  /** Empty for a table of the engine's own. */
  private Optional<StreamTable> resolve(TableName name) {
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
        catalogs.stream()
            .flatMap(catalog -> catalog.tables().stream())
            .filter(table -> table.table().equalsIgnoreCase(name.table()))
            .map(table -> table.schema() + "." + table.table())
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
