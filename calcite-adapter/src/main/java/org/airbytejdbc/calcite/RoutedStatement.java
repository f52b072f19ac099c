package org.airbytejdbc.calcite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.catalog.StreamTable;

/** A statement with the way it runs. Immutable, shared between threads and connections. */
public sealed interface RoutedStatement {
  /**
   * Runs whole in one cache, as {@code sql}.
   *
   * @param touched the streams it names, at most one entry a source
   * @param yieldsNoRows no row of a stream can reach its result ({@code WHERE 1=0}, {@code LIMIT
   *     0}), so nothing is read
   * @param preview set where the first rows of a never-read stream are enough of an answer
   * @param own whether it names views or tables of the user's own, which others may have changed
   *     when it runs again
   */
  record InCache(
      Cache cache,
      String sql,
      List<Touched> touched,
      boolean yieldsNoRows,
      Optional<PreviewForm> preview,
      boolean own)
      implements RoutedStatement {
    @Override
    public boolean lasts() {
      return !own;
    }
  }

  /**
   * Makes, changes or drops what is the user's own in a cache, as {@code sql}.
   *
   * @param touched the streams it reads
   * @param needsRows whether it needs their rows, and not just their columns
   * @param defines whether there are other views, tables or columns afterwards
   * @param returning whether it gives rows
   */
  record Write(
      Cache cache,
      String sql,
      List<Touched> touched,
      boolean needsRows,
      boolean defines,
      boolean returning)
      implements RoutedStatement {
    @Override
    public boolean lasts() {
      return false;
    }
  }

  /**
   * The form of a statement that wants the first rows of one stream and nothing else.
   *
   * @param limit the statement's own LIMIT plus OFFSET, if it has one
   * @param over the statement's text over another table, given by its quoted name
   */
  record PreviewForm(
      Touched touched, StreamTable table, OptionalLong limit, Function<String, String> over) {}

  /**
   * Touches streams of several caches, or streams beside system tables: each cache does its part,
   * what is left is done over their rows.
   *
   * @param system the system tables that it names
   */
  record Federated(String sql, List<Touched> touched, SystemSchema system)
      implements RoutedStatement {}

  /**
   * Reads system tables alone, as {@code sql}, in an engine that is given just these.
   *
   * @param tables their names, in lower case
   * @param yieldsNoRows as above
   */
  record OnSystem(String sql, Set<String> tables, boolean yieldsNoRows) implements RoutedStatement {
    public OnSystem {
      tables = Set.copyOf(tables);
    }

    @Override
    public boolean isAbout(Source source) {
      return true;
    }
  }

  /** {@code CALL schema.name(...)}; {@code schema} is empty where none is given. */
  record Procedure(String schema, String name, List<Argument> arguments)
      implements RoutedStatement {}

  /**
   * An argument of a call.
   *
   * @param name empty for a positional one
   * @param value a String, Long, Double, Boolean or {@link Parameter}; empty for NULL
   */
  record Argument(String name, Optional<Object> value) {}

  /** A {@code ?} in a call, counted from 1. */
  record Parameter(int index) {}

  /**
   * Sets, resets or shows what holds for the session.
   *
   * @param name empty for all settings
   * @param value empty unless set
   */
  record Setting(Action action, String name, String value) implements RoutedStatement {
    /** What is done with it. */
    public enum Action {
      SET,
      RESET,
      SHOW
    }
  }

  /**
   * Lists what can be queried, by name.
   *
   * @param schema empty for the current one
   */
  record Listing(Listed listed, String schema) implements RoutedStatement {
    /** What is listed. */
    public enum Listed {
      SCHEMAS,
      TABLES,
      ALL_TABLES
    }

    @Override
    public boolean isAbout(Source source) {
      return true;
    }
  }

  /** A statement with settings of its own, by their names as written. */
  record Hinted(RoutedStatement statement, Map<String, String> hints) implements RoutedStatement {
    public Hinted {
      hints = Map.copyOf(hints);
    }

    @Override
    public boolean lasts() {
      return statement.lasts();
    }

    @Override
    public boolean isAbout(Source source) {
      return statement.isAbout(source);
    }
  }

  /**
   * Tells how a query would run.
   *
   * @param prefix {@code EXPLAIN} with its options, as written
   * @param run whether the query is run for it
   */
  record Explained(RoutedStatement statement, String prefix, boolean run)
      implements RoutedStatement {
    @Override
    public boolean lasts() {
      return statement.lasts();
    }

    @Override
    public boolean isAbout(Source source) {
      return statement.isAbout(source);
    }
  }

  /** Whether the same text runs the same way as long as the catalogs of streams are the same. */
  default boolean lasts() {
    return true;
  }

  /** The streams that it names itself, at most one entry a source. */
  default List<Touched> touched() {
    return List.of();
  }

  /** Whether its answer depends on what is known of that source. */
  default boolean isAbout(Source source) {
    return schemas(touched()).contains(source.name());
  }

  /** Names of the schemas whose streams are touched, for messages. */
  static Set<String> schemas(List<Touched> touched) {
    return touched.stream().map(t -> t.source().name()).collect(Collectors.toUnmodifiableSet());
  }
}
