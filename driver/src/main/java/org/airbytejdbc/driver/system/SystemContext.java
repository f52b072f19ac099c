package org.airbytejdbc.driver.system;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.account.CacheAccount;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.connector.Cancellation;

/**
 * What the tables tell of.
 *
 * @param sources those of the connection
 * @param policy when its streams are read again
 * @param cancellation ends the waiting for a cache
 * @param inDoubt told why a table may tell less than there is
 */
public record SystemContext(
    AttachedSources sources,
    FreshnessPolicy policy,
    Surroundings surroundings,
    Cancellation cancellation,
    Consumer<String> inDoubt) {
  /** All streams, source by source. */
  Stream<StreamTable> streams() {
    return sources.sources().stream()
        .map(AttachedSource::catalog)
        .flatMap(catalog -> catalog.tables().stream());
  }

  /** The caches of the sources, each once. */
  List<Cache> caches() {
    return sources.sources().stream().map(AttachedSource::cache).distinct().toList();
  }

  CacheAccount account(String source) {
    return sources.find(source).orElseThrow().cache().account();
  }
}
