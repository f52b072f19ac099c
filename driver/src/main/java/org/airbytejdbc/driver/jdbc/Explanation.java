package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.StreamOutlook;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.RoutedStatement;
import org.airbytejdbc.calcite.RoutedStatement.Explained;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.OnSystem;
import org.airbytejdbc.calcite.federation.FederatedPlan;
import org.airbytejdbc.calcite.federation.Federation;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.jdbc.StatementRunner.Request;
import org.airbytejdbc.driver.result.MemoryTable;

/**
 * Answers {@code EXPLAIN}: what becomes of each stream, which engine runs which text, and the
 * engine's own plan. Reads streams only for {@code EXPLAIN ANALYZE}.
 */
final class Explanation {
  private static final String STATEMENT = "statement";
  private static final String PART = "part";
  private static final String PLAN = "plan";

  private final Session session;
  private final Readiness readiness;
  private final CacheSessions caches;
  private final OwnEngines own;
  private final ExplainedLines lines = new ExplainedLines();

  Explanation(Session session, Readiness readiness, CacheSessions caches, OwnEngines own) {
    this.own = own;
    this.session = session;
    this.readiness = readiness;
    this.caches = caches;
  }

  MemoryTable of(Explained explained, Request request, Execution execution) throws SQLException {
    RoutedStatement statement = explained.statement();
    if (statement instanceof InCache inCache) {
      inCache(inCache, explained, request, execution);
    } else if (statement instanceof Federated federated) {
      federated(federated, explained, request, execution);
    } else if (statement instanceof OnSystem onSystem) {
      lines.add(STATEMENT, "Runs in memory, over tables of the schema airbyte made for it");
      lines.add(STATEMENT, onSystem.sql());
    }
    return lines.table();
  }

  private void inCache(InCache statement, Explained explained, Request request, Execution execution)
      throws SQLException {
    Cancellation cancellation = execution.cancellation();
    lines.add(STATEMENT, "Runs whole in DuckDB, in the cache " + statement.cache().location());
    lines.add(STATEMENT, statement.sql());
    boolean previewed = readiness.isPreviewed(statement, request.maxRows());
    streams(statement.touched(), statement.yieldsNoRows(), previewed, cancellation);
    String sql = statement.sql();
    if (explained.run()) {
      sql = readiness.of(statement, request.maxRows(), execution);
    } else {
      readiness.ensureTables(statement.touched(), cancellation);
    }
    Connection engine = caches.open(statement, request.schema(), execution);
    plan(engine, explained.prefix() + sql, request.parameters());
  }

  private void federated(
      Federated statement, Explained explained, Request request, Execution execution)
      throws SQLException {
    Cancellation cancellation = execution.cancellation();
    FederatedPlan plan = Federation.plan(statement, request.schema());
    lines.add(
        STATEMENT,
        statement.system().tables().isEmpty()
            ? "Runs over several caches: each does its parts in DuckDB, the rest is over those"
            : "Runs over streams and tables of the schema airbyte, handed over to a DuckDB of its own");
    streams(statement.touched(), false, false, cancellation);
    readiness.ensureTables(statement.touched(), cancellation);
    for (FederatedPlan.Part part : plan.parts()) {
      lines.add(
          PART, part.schema() + "." + part.table() + " from the cache " + part.cache().location());
      lines.add(PART, part.sql());
      try (Cache.Session cache = part.cache().open(cancellation)) {
        plan(cache.connection(), "EXPLAIN " + part.sql(), Optional.empty());
      }
    }
    lines.add(STATEMENT, "Over the parts");
    lines.add(STATEMENT, plan.sql());
    if (explained.run()) {
      readiness.ensureFresh(statement.touched(), execution);
      Federation federation = own.open(statement, request.schema(), execution);
      plan(federation.connection(), explained.prefix() + federation.sql(), request.parameters());
    }
  }

  private void streams(
      List<Touched> touched, boolean unread, boolean previewed, Cancellation cancellation) {
    Instant now = Instant.now();
    for (Touched streams : touched) {
      String connector = streams.source().connector().name();
      streams
          .source()
          .connector()
          .ways()
          .forEach(way -> lines.add("connector", connector + ": " + way));
      List<StreamOutlook> outlooks = streams.cache().outlook(streams.source(), cancellation);
      for (StreamTable table : streams.tables()) {
        Optional<StreamOutlook> outlook =
            outlooks.stream().filter(one -> one.table().equals(table.table())).findFirst();
        String action = unread ? "not needed" : previewed ? "previewed" : action(outlook, now);
        lines.stream(table.schema() + "." + table.table(), action, outlook, now);
      }
    }
  }

  private String action(Optional<StreamOutlook> outlook, Instant now) {
    FreshnessPolicy policy = session.context().policy();
    if (policy.refresh() == Refresh.NEVER) {
      return outlook.filter(one -> one.status().readWhole()).isPresent() ? "cached" : "refused";
    }
    boolean fresh = outlook.filter(one -> one.status().isFresh(policy.freshSince(now))).isPresent();
    return fresh ? "cached" : "read";
  }

  /** The engine tells nothing of a run that was prepared, so that is done for parameters alone. */
  private void plan(Connection engine, String sql, Optional<Parameters> parameters)
      throws SQLException {
    if (parameters.isPresent()) {
      try (PreparedStatement statement = engine.prepareStatement(sql)) {
        parameters.get().bind(statement);
        plan(statement.executeQuery());
      }
    } else {
      try (Statement statement = engine.createStatement()) {
        plan(statement.executeQuery(sql));
      }
    }
  }

  private void plan(ResultSet rows) throws SQLException {
    while (rows.next()) {
      lines.add(PLAN, rows.getString(rows.getMetaData().getColumnCount()));
    }
  }
}
