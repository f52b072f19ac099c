package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.SessionView;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.Write;
import org.airbytejdbc.driver.error.SqlState;

/** Opens the engine for a statement, which holds what is opened until its answer is done with. */
final class CacheSessions {
  private final OwnWork work;

  CacheSessions(OwnWork work) {
    this.work = work;
  }

  /** For a query; one that names what is the user's own sees the connection's transaction. */
  Connection open(InCache query, String schema, Execution execution) throws SQLException {
    SessionView view = view(schema, query.touched());
    if (query.own()) {
      refuseLater(query.cache(), query.touched());
      Optional<OwnWork.Use> kept = work.reading(query.cache(), view);
      if (kept.isPresent()) {
        return execution.hold(kept.get()).connection();
      }
    }
    return execution.hold(query.cache().open(view, execution.cancellation())).connection();
  }

  /** Whether rows of the query can be stored beside those of others. */
  boolean scrolls(InCache query) {
    return !query.own() || !work.keeps(query.cache());
  }

  /** For a statement that writes. */
  Connection open(Write write, String schema, Execution execution) throws SQLException {
    refuseLater(write.cache(), write.touched());
    SessionView view = view(schema, write.touched());
    return execution.hold(work.writing(write, view, execution.cancellation())).connection();
  }

  /** To look at a statement that writes without running it. */
  Connection describing(Write write, String schema, Execution execution) throws SQLException {
    SessionView view = view(schema, write.touched());
    Optional<OwnWork.Use> kept = work.reading(write.cache(), view);
    return kept.isPresent()
        ? execution.hold(kept.get()).connection()
        : execution.hold(write.cache().open(view, execution.cancellation())).connection();
  }

  /** For a query of our own. */
  Connection open(Cache cache, Execution execution) {
    return execution.hold(cache.open(view("", List.of()), execution.cancellation())).connection();
  }

  /** A transaction sees everything as it was when it began. */
  private void refuseLater(Cache cache, List<Touched> touched) throws SQLException {
    Optional<Instant> began = work.transactionBegan(cache);
    if (began.isEmpty()) {
      return;
    }
    for (Touched streams : touched) {
      for (StreamTable table : streams.tables()) {
        if (cache.lastRead(table).filter(began.get()::isBefore).isPresent()) {
          throw SqlState.IN_TRANSACTION.exception(
              table.sqlName() + " was read after the transaction began, which cannot see its rows",
              "Commit or roll back, and run the statement again.");
        }
      }
    }
  }

  /** With the current schema, as long as a touched stream is in it: it may not be there else. */
  private static SessionView view(String schema, List<Touched> touched) {
    return new SessionView(touchedSource(schema, touched), TimeZone.getDefault().getID());
  }

  private static String touchedSource(String schema, List<Touched> touched) {
    for (Touched streams : touched) {
      if (schema.equalsIgnoreCase(streams.source().name())) {
        return streams.source().name();
      }
    }
    return "";
  }
}
