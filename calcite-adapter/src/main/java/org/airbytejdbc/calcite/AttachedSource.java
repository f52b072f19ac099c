package org.airbytejdbc.calcite;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.catalog.SourceCatalog;

/** A source that statements can name, the cache it lives in, and its streams as tables. */
public record AttachedSource(Source source, Cache cache, SourceCatalog catalog) {
  public AttachedSource {
    requireNonNull(source, "source");
    requireNonNull(cache, "cache");
    requireNonNull(catalog, "catalog");
  }
}
