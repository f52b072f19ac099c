package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The streams of one source as tables, as last discovered.
 *
 * @param version changes whenever the tables or columns do, across all sources of the JVM; a key
 *     for what is remembered about statements
 * @param doubt why the connector could not tell whether these are its streams still; empty where it
 *     could
 */
public record SourceCatalog(
    String source, List<StreamTable> tables, long version, Optional<String> doubt) {
  public SourceCatalog {
    requireNonNull(source, "source");
    tables = List.copyOf(tables);
    requireNonNull(doubt, "doubt");
  }

  /** One that is not in doubt. */
  public SourceCatalog(String source, List<StreamTable> tables, long version) {
    this(source, tables, version, Optional.empty());
  }

  SourceCatalog doubted(String why) {
    return new SourceCatalog(source, tables, version, Optional.of(why));
  }

  /** The table of that name, letter case aside as in SQL. */
  public Optional<StreamTable> table(String name) {
    return tables.stream().filter(table -> table.table().equalsIgnoreCase(name)).findFirst();
  }
}
