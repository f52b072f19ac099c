package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The streams of one source as tables, as last discovered.
 *
 * @param version changes whenever the tables or columns do, across all sources of the JVM; a key
 *     for what is remembered about statements
 * @param leftOut names of tables that the source has and its settings do not show
 * @param doubt why these may not be the streams that are meant: the connector could not tell, or
 *     some that the settings ask for are not there
 */
public record SourceCatalog(
    String source,
    List<StreamTable> tables,
    Set<String> leftOut,
    long version,
    Optional<String> doubt) {
  public SourceCatalog {
    requireNonNull(source, "source");
    tables = List.copyOf(tables);
    leftOut = Set.copyOf(leftOut);
    requireNonNull(doubt, "doubt");
  }

  /** One of all tables, that is not in doubt. */
  public SourceCatalog(String source, List<StreamTable> tables, long version) {
    this(source, tables, Set.of(), version, Optional.empty());
  }

  SourceCatalog doubted(String why) {
    return new SourceCatalog(source, tables, leftOut, version, Optional.of(why));
  }

  /** Whether the source has a table of that name, letter case aside, which is not shown. */
  public boolean leavesOut(String name) {
    return leftOut.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The table of that name, letter case aside as in SQL. */
  public Optional<StreamTable> table(String name) {
    return tables.stream().filter(table -> table.table().equalsIgnoreCase(name)).findFirst();
  }
}
