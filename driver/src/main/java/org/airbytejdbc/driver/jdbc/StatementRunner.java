package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.SessionView;
import org.airbytejdbc.cache.catalog.SqlName;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.calcite.RoutedStatement;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.PreviewForm;
import org.airbytejdbc.calcite.RoutedStatement.Procedure;
import org.airbytejdbc.calcite.federation.Federation;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.procedure.CallContext;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.result.MemoryTable;

/**
 * The straight path of a statement: routed, its streams made fresh, run where they are. Stateless,
 * for all statements of a connection.
 */
final class StatementRunner {
  /**
   * A statement to run.
   *
   * @param schema where names without a schema are looked up
   * @param maxRows 0 means all
   */
  record Request(String sql, String schema, Parameters parameters, long maxRows) {}

  private final ConnectionContext context;
  private final QueryTimer timer;
  private final MemoryRows memory;

  StatementRunner(ConnectionContext context, QueryTimer timer, MemoryRows memory) {
    this.context = context;
    this.timer = timer;
    this.memory = memory;
  }

  /** Runs it and gives the answer to the execution, which owns whatever stays open. */
  void run(Request request, Execution execution) throws SQLException {
    RoutedStatement routed = route(request, execution);
    if (routed instanceof InCache inCache) {
      runInCache(inCache, request, execution);
    } else if (routed instanceof Federated federated) {
      runFederated(federated, request, execution);
    } else if (routed instanceof Procedure procedure) {
      call(procedure, request, execution);
    }
  }

  private void call(Procedure procedure, Request request, Execution execution) throws SQLException {
    Cancellation cancellation = execution.cancellation();
    MemoryTable answer =
        Procedures.call(
            procedure.schema(),
            procedure.name(),
            request.parameters().in(procedure.arguments()),
            new CallContext(
                context.attachments().current(context.run(cancellation)),
                request.schema(),
                context.freshness(),
                fullRefresh -> context.sync(cancellation, fullRefresh)));
    execution.answer(answer.query(execution.hold(memory.connect()).connection()));
  }

  /** Prepares it in the engine without reading a stream; empty for what only runs. */
  Optional<PreparedStatement> describe(Request request, Execution execution) throws SQLException {
    if (route(request, execution) instanceof InCache inCache) {
      ensureTables(inCache, execution.cancellation());
      return Optional.of(prepare(inCache, inCache.sql(), request, execution));
    }
    return Optional.empty();
  }

  private RoutedStatement route(Request request, Execution execution) {
    AttachedSources sources = context.attachments().current(context.run(execution.cancellation()));
    return context.statements().route(request.sql(), request.schema(), sources);
  }

  private void runInCache(InCache statement, Request request, Execution execution)
      throws SQLException {
    String sql = ready(statement, request, execution.cancellation());
    execute(prepare(statement, sql, request, execution), request, execution);
  }

  private void runFederated(Federated statement, Request request, Execution execution)
      throws SQLException {
    Cancellation cancellation = execution.cancellation();
    context
        .freshness()
        .ensure(statement.touched(), context.policy(), context.sync(cancellation, false));
    Federation federation =
        execution.hold(Federation.open(statement, request.schema(), cancellation));
    PreparedStatement engine =
        execution.hold(federation.connection().prepareStatement(federation.sql()));
    execute(engine, request, execution);
  }

  private void execute(PreparedStatement engine, Request request, Execution execution)
      throws SQLException {
    request.parameters().bind(engine);
    Cancellation.Registration interrupting = timer.interrupting(engine, execution.cancellation());
    boolean rows;
    try {
      execution.cancellation().throwIfCancelled();
      rows = engine.execute();
    } finally {
      interrupting.close();
    }
    if (rows) {
      execution.answer(engine.getResultSet());
    } else {
      execution.answer(engine.getLargeUpdateCount());
    }
  }

  /** Makes ready what the statement touches, and says with which text it runs then. */
  private String ready(InCache statement, Request request, Cancellation cancellation) {
    if (statement.yieldsNoRows()) {
      ensureTables(statement, cancellation);
      return statement.sql();
    }
    Optional<PreviewForm> preview =
        statement.preview().filter(form -> isPreviewed(form, request.maxRows()));
    if (preview.isPresent()) {
      return previewed(preview.get(), request.maxRows(), cancellation);
    }
    context
        .freshness()
        .ensure(statement.touched(), context.policy(), context.sync(cancellation, false));
    return limited(statement, request.maxRows());
  }

  /** The engine would compute all rows before it gives the first. */
  private static String limited(InCache statement, long maxRows) {
    boolean unlimited =
        statement.preview().filter(form -> form.limit().isEmpty()).isPresent() && maxRows > 0;
    return unlimited ? statement.sql() + "\nLIMIT " + maxRows : statement.sql();
  }

  private boolean isPreviewed(PreviewForm form, long maxRows) {
    return context.policy().refresh() != Refresh.NEVER
        && (maxRows > 0 || form.limit().isPresent())
        && !form.touched().cache().everRead(form.table());
  }

  private String previewed(PreviewForm form, long maxRows, Cancellation cancellation) {
    Touched touched = form.touched();
    // A LIMIT of its own counts: with an OFFSET, more rows are needed than are shown.
    Cache.Preview preview =
        touched
            .cache()
            .preview(
                touched.source(),
                form.table(),
                form.limit().orElse(maxRows),
                context.sync(cancellation, false));
    return form.over()
        .apply(SqlName.quoted(preview.schema()) + "." + SqlName.quoted(preview.table()));
  }

  private static void ensureTables(InCache statement, Cancellation cancellation) {
    for (Touched touched : statement.touched()) {
      touched.cache().ensureTables(touched.source(), touched.tables(), cancellation);
    }
  }

  private PreparedStatement prepare(
      InCache statement, String sql, Request request, Execution execution) throws SQLException {
    SessionView view = view(request.schema(), statement.touched());
    Connection engine =
        execution.hold(statement.cache().open(view, execution.cancellation())).connection();
    return execution.hold(engine.prepareStatement(sql));
  }

  /** With the current schema, as long as a touched stream is in it: it may not be there else. */
  private static SessionView view(String schema, List<Touched> touched) {
    String known =
        touched.stream()
            .map(streams -> streams.source().name())
            .filter(schema::equalsIgnoreCase)
            .findFirst()
            .orElse("");
    return new SessionView(known, TimeZone.getDefault().getID());
  }
}
