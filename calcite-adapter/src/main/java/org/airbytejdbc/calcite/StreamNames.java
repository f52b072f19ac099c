package org.airbytejdbc.calcite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.OwnNames.Found;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.QueryShape;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/**
 * Finds the streams and system tables that a query's tables are, also those that it reads through
 * views; what is none of them and not readable either is refused. For one statement.
 */
final class StreamNames {
  /**
   * What a query reads; tables of the engine's own are in none of these.
   *
   * @param own views and tables of the user's own, with those that the views are built on
   */
  record Named(
      Set<StreamTable> streams, Set<String> systemTables, Set<Found> own, boolean yieldsRows) {}

  private final List<SourceCatalog> catalogs;
  private final SystemSchema system;
  private final String currentSchema;
  private final QueryReader queries;
  private final Engine engine;
  private final OwnNames own;

  StreamNames(
      List<SourceCatalog> catalogs,
      SystemSchema system,
      String currentSchema,
      QueryReader queries,
      Engine engine,
      OwnNames own) {
    this.catalogs = catalogs;
    this.system = system;
    this.currentSchema = currentSchema;
    this.queries = queries;
    this.engine = engine;
    this.own = own;
  }

  OwnNames own() {
    return own;
  }

  /** Whether sources or system tables are in a schema of that name. */
  boolean isSchema(String name) {
    return system.is(name) || catalog(name).isPresent();
  }

  /** The stream that a name means, if it means one. */
  Optional<StreamTable> stream(TableName name) {
    return catalog(name.schema().orElse(currentSchema)).flatMap(found -> found.table(name.table()));
  }

  /** The name that means the same wherever it is read. */
  List<String> path(TableName name) {
    return stream(name)
        .map(stream -> List.of(stream.schema(), stream.table()))
        .or(() -> own.find(name).map(found -> found.table().path()))
        .orElseGet(name::path);
  }

  /**
   * @throws StatementException UNKNOWN_TABLE, UNKNOWN_SCHEMA or UNSUPPORTED
   */
  Named resolve(QueryShape query) {
    Named named =
        new Named(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            !query.yieldsNoRows());
    resolve(query, named);
    if (!named.own.isEmpty()) {
      query.tables().forEach(this::refuseHidden);
    }
    return named;
  }

  /** The engine would take the temporary one where the name was a stream's when it was made. */
  private void refuseHidden(TableName name) {
    if (name.schema().isEmpty() && stream(name).isPresent() && own.hides(name)) {
      throw new StatementException(
          Kind.UNSUPPORTED,
          "The name " + name.table() + " means both a stream and what is temporary",
          "Write the schema in front of it.");
    }
  }

  private void resolve(QueryShape query, Named named) {
    for (String function : query.tableFunctions()) {
      if (!Readable.function(function)) {
        throw new StatementException(
            Kind.UNSUPPORTED,
            "A query may not call " + function + " in place of a table",
            "Queries read streams; files and other databases are read by connectors.");
      }
    }
    query.tables().forEach(table -> resolve(table, named));
  }

  private void resolve(TableName name, Named named) {
    Optional<StreamTable> stream = stream(name);
    if (stream.isPresent()) {
      named.streams.add(stream.get());
      return;
    }
    if (system.is(name.schema().orElse(currentSchema)) && system.find(name.table()).isPresent()) {
      named.systemTables.add(system.find(name.table()).orElseThrow());
      return;
    }
    boolean canBeOwn = name.schema().isEmpty() || OwnNames.isMeant(name);
    Optional<Found> found = canBeOwn ? own.find(name) : Optional.empty();
    if (found.isPresent()) {
      use(found.get(), named);
    } else if (!isOfEngine(name)) {
      throw unknown(name);
    }
  }

  /** A view is as fresh as what it is built on. */
  private void use(Found found, Named named) {
    if (!named.own.add(found) || !found.table().isView()) {
      return;
    }
    try {
      QueryShape query = queries.read(ViewText.query(found.table().definition()));
      resolve(found.table().temporary() ? query.renamed(own::inTemporary) : query, named);
    } catch (StatementException e) {
      throw new StatementException(
          e.kind(),
          e.getMessage() + ", which the view " + found.table().name() + " reads",
          e.guidance().orElse(""),
          e);
    }
  }

  private boolean isOfEngine(TableName name) {
    return name.schema().isEmpty()
        ? engine.isSystemTable(name.table())
        : Readable.schema(name.schema().get());
  }

  private StatementException unknown(TableName name) {
    String schema = name.schema().orElse(currentSchema);
    if (system.is(schema)) {
      return new StatementException(
          Kind.UNKNOWN_TABLE,
          "There is no table " + name.table() + " in " + system.name(),
          Nearby.guidance(name.table(), system.tables()));
    }
    Optional<SourceCatalog> catalog = catalog(schema);
    if (name.schema().isEmpty() || catalog.isPresent() || OwnNames.isMeant(name)) {
      return unknownTable(name, catalog);
    }
    List<String> schemas = catalogs.stream().map(SourceCatalog::source).toList();
    return new StatementException(
        Kind.UNKNOWN_SCHEMA,
        "There is no source " + schema + ", as in " + name,
        Nearby.guidance(schema, schemas));
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
        OwnNames.isMeant(name)
            ? own.names()
            : home.stream()
                .flatMap(catalog -> catalog.tables().stream())
                .map(StreamTable::table)
                .toList();
    String where =
        home.map(SourceCatalog::source)
            .or(() -> OwnNames.schema(name))
            .map(schema -> " in " + schema)
            .orElse("");
    boolean leftOut = home.filter(catalog -> catalog.leavesOut(name.table())).isPresent();
    return new StatementException(
        Kind.UNKNOWN_TABLE,
        "There is no table " + name.table() + where,
        leftOut
            ? "The source has it, but the property streams leaves it out."
            : Nearby.guidance(name.table(), elsewhere.isEmpty() ? known : elsewhere));
  }
}
