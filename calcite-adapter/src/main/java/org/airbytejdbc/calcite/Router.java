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
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.PreviewForm;
import org.airbytejdbc.calcite.StatementException.Kind;

/** Decides where a query runs by the streams that it names. */
final class Router {
  private final AttachedSources sources;
  private final String currentSchema;
  private final Engine engine;

  Router(AttachedSources sources, String currentSchema, Engine engine) {
    this.sources = sources;
    this.currentSchema = currentSchema;
    this.engine = engine;
  }

  /**
   * @throws StatementException if a table is not known, or a function may not be called
   */
  RoutedStatement route(String sql, QueryShape query) {
    List<SourceCatalog> catalogs = sources.sources().stream().map(AttachedSource::catalog).toList();
    Set<StreamTable> streams = new StreamNames(catalogs, currentSchema, engine).resolve(query);
    List<Touched> touched = touched(streams);
    List<Cache> caches = touched.stream().map(Touched::cache).distinct().toList();
    if (caches.size() > 1) {
      return new Federated(sql, touched);
    }
    Cache cache = caches.isEmpty() ? home() : caches.get(0);
    return new InCache(cache, sql, touched, query.yieldsNoRows(), preview(query, touched));
  }

  private List<Touched> touched(Set<StreamTable> streams) {
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

  /** Where a query runs that names no stream. */
  private Cache home() {
    return Stream.concat(sources.find(currentSchema).stream(), sources.sources().stream())
        .findFirst()
        .map(AttachedSource::cache)
        .orElseThrow(
            () ->
                new StatementException(
                    Kind.UNSUPPORTED, "The connection has no source to run a query in", ""));
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
