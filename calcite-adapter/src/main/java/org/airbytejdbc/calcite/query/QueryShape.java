package org.airbytejdbc.calcite.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a query's text says by itself, before any catalog is asked.
 *
 * @param tables the tables it reads, names of WITH resolved, each once
 * @param tableFunctions the functions that it calls in place of tables
 * @param yieldsNoRows no row of any table can reach its result
 */
public record QueryShape(
    List<TableName> tables,
    List<String> tableFunctions,
    boolean yieldsNoRows,
    Optional<Preview> preview) {

  /**
   * A query that needs no more rows of its only table than it gives.
   *
   * @param limit its LIMIT plus OFFSET
   * @param functions those that it calls on a row; only functions of single rows leave it a preview
   * @param over its text over another table, given by its quoted name
   */
  public record Preview(OptionalLong limit, Set<String> functions, Function<String, String> over) {}

  static QueryShape of(
      Collection<TableName> tables,
      Collection<String> tableFunctions,
      boolean yieldsNoRows,
      Optional<Preview> preview) {
    return new QueryShape(
        List.copyOf(new LinkedHashSet<>(tables)),
        List.copyOf(new LinkedHashSet<>(tableFunctions)),
        yieldsNoRows,
        preview);
  }

  /** The same over other tables. */
  public QueryShape renamed(UnaryOperator<TableName> names) {
    return new QueryShape(
        tables.stream().map(names).toList(), tableFunctions, yieldsNoRows, preview);
  }
}
