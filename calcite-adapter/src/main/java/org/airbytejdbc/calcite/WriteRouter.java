package org.airbytejdbc.calcite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.calcite.OwnNames.Found;
import org.airbytejdbc.calcite.RoutedStatement.Write;
import org.airbytejdbc.calcite.StreamNames.Named;
import org.airbytejdbc.calcite.WriteText.Verb;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.EngineReader;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementText;

/** Decides where a statement writes: only ever to what is the user's own, by its full name. */
final class WriteRouter {
  private static final String ADVICE =
      "Views and tables of your own are in the schema "
          + OwnTable.SCHEMA
          + ": CREATE TABLE "
          + OwnTable.SCHEMA
          + ".name AS SELECT …";

  private final Router router;
  private final StreamNames names;
  private final QueryReader queries;
  private final Engine engine;

  WriteRouter(Router router, QueryReader queries, Engine engine) {
    this.router = router;
    this.names = router.names();
    this.queries = queries;
    this.engine = engine;
  }

  /**
   * @throws StatementException UNSUPPORTED for a target that is not the user's own, and what
   *     reading the query throws
   */
  Write route(WriteText text) {
    return text.verb().creates() ? created(text) : changed(text);
  }

  private Write created(WriteText text) {
    TableName target = text.target();
    Optional<String> schema = OwnNames.schema(target);
    boolean temporary =
        text.temporary() || schema.filter(OwnTable.TEMPORARY_SCHEMA::equalsIgnoreCase).isPresent();
    String home = temporary ? OwnTable.TEMPORARY_SCHEMA : OwnTable.SCHEMA;
    if (schema.isPresent() && !schema.get().equalsIgnoreCase(home)) {
      throw misplaced(target, schema.get(), home);
    }
    if (schema.isEmpty() || temporary) {
      refuseHidden(target);
    }
    Optional<Named> reads = reads(text);
    Cache cache = cache(reads, Optional.empty());
    names
        .own()
        .find(new TableName(List.of(home, target.table())))
        .filter(there -> !there.cache().equals(cache))
        .ifPresent(
            there -> {
              throw otherCache(there.table().schema() + "." + there.table().name());
            });
    String name = OwnTable.sqlName(temporary, target.table());
    return write(cache, onto(text, name, temporary, reads), text, reads);
  }

  /** A view is read with other current schemas than it is made with, so it has full names in it. */
  private String onto(WriteText text, String name, boolean temporary, Optional<Named> reads) {
    if (text.verb() != Verb.CREATE_VIEW) {
      return text.onto(name);
    }
    for (Found found : reads.orElseThrow().own()) {
      if (found.table().sqlName().equalsIgnoreCase(name)) {
        throw new StatementException(
            Kind.UNSUPPORTED,
            "The view " + text.target().table() + " would be built on itself",
            "");
      }
      if (found.table().temporary() && !temporary) {
        throw new StatementException(
            Kind.UNSUPPORTED,
            "The view "
                + text.target().table()
                + " would stay, and "
                + found.table().name()
                + " is temporary",
            "Say CREATE TEMP VIEW.");
      }
    }
    StatementText query = text.reads().orElseThrow();
    String made = text.onto(name);
    String head = made.substring(0, made.length() - query.sql().length());
    return head + EngineReader.renamed(query, engine, names::path);
  }

  private Write changed(WriteText text) {
    TableName target = text.target();
    Optional<Found> found =
        OwnNames.isMeant(target) ? names.own().find(target) : unqualified(target);
    if (found.isEmpty() && !(text.missingAllowed() && canBeOwn(target))) {
      throw new StatementException(
          Kind.UNKNOWN_TABLE,
          "There is no view or table " + target.table() + " of your own",
          Nearby.guidance(target.table(), names.own().names()));
    }
    Optional<Named> reads = reads(text);
    Cache cache = cache(reads, found);
    String name =
        found
            .map(there -> there.table().sqlName())
            .orElseGet(() -> OwnTable.sqlName(false, target.table()));
    return write(cache, text.onto(name), text, reads);
  }

  private static boolean canBeOwn(TableName target) {
    return OwnNames.isMeant(target) || target.schema().isEmpty();
  }

  private Optional<Found> unqualified(TableName target) {
    names.stream(target)
        .ifPresent(
            stream -> {
              throw new StatementException(
                  Kind.UNSUPPORTED,
                  stream.schema()
                      + "."
                      + stream.table()
                      + " is a stream, and streams are read-only",
                  ADVICE);
            });
    if (target.schema().isPresent()) {
      throw misplaced(target, target.schema().get(), OwnTable.SCHEMA);
    }
    return names.own().find(target);
  }

  /** The name alone would mean the stream from then on. */
  private void refuseHidden(TableName target) {
    names.stream(new TableName(List.of(target.table())))
        .ifPresent(
            stream -> {
              throw new StatementException(
                  Kind.UNSUPPORTED,
                  "The name "
                      + target.table()
                      + " means the stream "
                      + stream.schema()
                      + "."
                      + stream.table(),
                  "Choose another, or write "
                      + OwnTable.SCHEMA
                      + "."
                      + target.table()
                      + " each time for one that is not temporary.");
            });
  }

  private StatementException misplaced(TableName target, String schema, String home) {
    if (names.isSchema(schema) || OwnNames.isMeant(target)) {
      return new StatementException(
          Kind.UNSUPPORTED,
          "Nothing of your own can be in the schema " + schema,
          "Write " + home + "." + target.table() + ". " + ADVICE);
    }
    return new StatementException(
        Kind.UNKNOWN_SCHEMA, "There is no schema " + schema + ", as in " + target, ADVICE);
  }

  private Optional<Named> reads(WriteText text) {
    return text.reads().map(query -> readable(names.resolve(queries.read(query))));
  }

  private Named readable(Named named) {
    if (!named.systemTables().isEmpty()) {
      throw new StatementException(
          Kind.UNSUPPORTED,
          "What is written cannot come from "
              + router.systemName()
              + "."
              + named.systemTables().iterator().next(),
          "Only streams, and views and tables of your own, can be read for it.");
    }
    return named;
  }

  /** The one that all of it is in. */
  private Cache cache(Optional<Named> reads, Optional<Found> target) {
    Set<Cache> caches = new LinkedHashSet<>();
    target.ifPresent(found -> caches.add(found.cache()));
    reads.ifPresent(
        named -> {
          named.own().forEach(found -> caches.add(found.cache()));
          router.touched(named.streams()).forEach(touched -> caches.add(touched.cache()));
        });
    if (caches.size() > 1) {
      throw otherCache(
          reads.orElseThrow().streams().stream()
              .map(StreamTable::schema)
              .distinct()
              .collect(Collectors.joining(" and ")));
    }
    return caches.isEmpty() ? router.home() : caches.iterator().next();
  }

  private static StatementException otherCache(String what) {
    return new StatementException(
        Kind.UNSUPPORTED,
        "What is written would not be in the same cache as " + what,
        "Views and tables of your own are made from the streams of one cache: give the sources one"
            + " with the property cache.");
  }

  private Write write(Cache cache, String sql, WriteText text, Optional<Named> reads) {
    List<Touched> touched = reads.map(named -> router.touched(named.streams())).orElseGet(List::of);
    boolean rows = text.needsRows() && reads.filter(Named::yieldsRows).isPresent();
    return new Write(cache, sql, touched, rows, text.verb() != Verb.CHANGE, text.returning());
  }
}
