package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The streams of one source as tables, as last discovered.
 *
 * @param version changes whenever the tables or columns do, across all sources of the JVM; a key
 *     for what is remembered about statements
 */
public record SourceCatalog(String source, List<StreamTable> tables, long version) {
  public SourceCatalog {
    requireNonNull(source, "source");
    tables = List.copyOf(tables);
  }

  /** The table of that name, letter case aside as in SQL. */
  public Optional<StreamTable> table(String name) {
    return tables.stream().filter(table -> table.table().equalsIgnoreCase(name)).findFirst();
  }
}
