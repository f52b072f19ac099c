package org.airbytejdbc.calcite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.OwnNames.Found;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.OnSystem;
import org.airbytejdbc.calcite.RoutedStatement.PreviewForm;
import org.airbytejdbc.calcite.StreamNames.Named;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.QueryShape;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/** Decides where a query runs by the streams that it names. */
final class Router {
  private final AttachedSources sources;
  private final SystemSchema system;
  private final String currentSchema;
  private final Engine engine;
  private final StreamNames names;

  Router(
      AttachedSources sources,
      SystemSchema system,
      String currentSchema,
      QueryReader queries,
      Engine engine,
      OwnObjects own) {
    this.sources = sources;
    this.system = system;
    this.currentSchema = currentSchema;
    this.engine = engine;
    List<SourceCatalog> catalogs = sources.sources().stream().map(AttachedSource::catalog).toList();
    List<Cache> caches = nearest().map(AttachedSource::cache).distinct().toList();
    this.names =
        new StreamNames(
            catalogs, system, currentSchema, queries, engine, new OwnNames(caches, own));
  }

  /** What the names of the statement mean. */
  StreamNames names() {
    return names;
  }

  String systemName() {
    return system.name();
  }

  /**
   * @throws StatementException if a table is not known, or a function may not be called
   */
  RoutedStatement route(String sql, QueryShape query) {
    Named named = names.resolve(query);
    SystemSchema onSystem = new SystemSchema(system.name(), named.systemTables());
    boolean own = !named.own().isEmpty();
    boolean nowhere = sources.sources().isEmpty();
    if ((nowhere || !onSystem.tables().isEmpty()) && named.streams().isEmpty() && !own) {
      return new OnSystem(sql, onSystem.tables(), query.yieldsNoRows());
    }
    List<Touched> touched = touched(named.streams());
    List<Cache> caches =
        Stream.concat(touched.stream().map(Touched::cache), named.own().stream().map(Found::cache))
            .distinct()
            .toList();
    if (caches.size() > 1 || !onSystem.tables().isEmpty()) {
      if (own) {
        throw beside(named.own().iterator().next(), onSystem);
      }
      return new Federated(sql, touched, onSystem);
    }
    Cache cache = caches.isEmpty() ? home() : caches.get(0);
    Optional<PreviewForm> preview = own ? Optional.empty() : preview(query, touched);
    return new InCache(cache, sql, touched, query.yieldsNoRows(), preview, own);
  }

  private static StatementException beside(Found own, SystemSchema system) {
    String name = own.table().sqlName();
    if (system.tables().isEmpty()) {
      return new StatementException(
          Kind.UNSUPPORTED,
          "One statement cannot read both streams of several caches and views or tables of your"
              + " own, such as "
              + name,
          "Give the sources one cache with the property cache.");
    }
    return new StatementException(
        Kind.UNSUPPORTED,
        "One statement cannot read both "
            + system.name()
            + "."
            + system.tables().iterator().next()
            + " and "
            + name,
        "Ask for each in a statement of its own.");
  }

  /** The same streams by source. */
  List<Touched> touched(Set<StreamTable> streams) {
    Map<AttachedSource, Set<StreamTable>> bySource = new LinkedHashMap<>();
    for (StreamTable stream : streams) {
      AttachedSource source = sources.find(stream.schema()).orElseThrow();
      bySource.computeIfAbsent(source, ignored -> new LinkedHashSet<>()).add(stream);
    }
    List<Touched> touched = new ArrayList<>();
    bySource.forEach(
        (source, tables) -> touched.add(new Touched(source.cache(), source.source(), tables)));
    return List.copyOf(touched);
  }

  /** Where a statement runs that names no stream. */
  Cache home() {
    return nearest()
        .findFirst()
        .map(AttachedSource::cache)
        .orElseThrow(
            () ->
                new StatementException(
                    Kind.UNSUPPORTED,
                    "The connection has no source whose cache could keep that",
                    AttachedSources.HOW_TO_ADD));
  }

  /** All sources, that of the current schema first. */
  private Stream<AttachedSource> nearest() {
    return Stream.concat(sources.find(currentSchema).stream(), sources.sources().stream());
  }

  private Optional<PreviewForm> preview(QueryShape query, List<Touched> touched) {
    boolean oneStream = touched.size() == 1 && touched.get(0).tables().size() == 1;
    return query
        .preview()
        .filter(preview -> oneStream)
        .filter(preview -> preview.functions().stream().allMatch(engine::isRowFunction))
        .map(
            preview ->
                new PreviewForm(
                    touched.get(0),
                    touched.get(0).tables().iterator().next(),
                    preview.limit(),
                    preview.over()));
  }
}
