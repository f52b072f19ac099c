package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.calcite.RoutedStatement;
import org.airbytejdbc.calcite.RoutedStatement.Explained;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.Hinted;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.Listing;
import org.airbytejdbc.calcite.RoutedStatement.OnSystem;
import org.airbytejdbc.calcite.RoutedStatement.Procedure;
import org.airbytejdbc.calcite.RoutedStatement.Setting;
import org.airbytejdbc.calcite.RoutedStatement.Write;
import org.airbytejdbc.calcite.federation.Federation;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.procedure.Answer;
import org.airbytejdbc.driver.procedure.CallContext;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.SettingsException;
import org.airbytejdbc.driver.system.SystemTables;

/**
 * The straight path of a statement: routed, its streams made ready, run where they are. Stateless,
 * for all statements of a connection.
 */
final class StatementRunner {
  /**
   * A statement to run.
   *
   * @param schema where names without a schema are looked up
   * @param parameters empty for a text that cannot have any
   * @param maxRows 0 means all
   * @param scroll whether rows are to be walked through in any direction
   */
  record Request(
      String sql, String schema, Optional<Parameters> parameters, long maxRows, boolean scroll) {}

  private final Session session;
  private final Readiness readiness;
  private final EngineRun engines;
  private final MemoryRows memory;
  private final SystemTables system;
  private final OwnWork work;
  private final OwnEngines own;
  private final CacheSessions caches;

  StatementRunner(Session session, QueryTimer timer, MemoryRows memory, OwnWork work) {
    this(session, new EngineRun(timer), memory, new SystemTables(memory), work);
  }

  private StatementRunner(
      Session session, EngineRun engines, MemoryRows memory, SystemTables system, OwnWork work) {
    this.session = session;
    this.work = work;
    this.caches = new CacheSessions(work);
    this.readiness = new Readiness(session);
    this.engines = engines;
    this.memory = memory;
    this.system = system;
    this.own = new OwnEngines(session, system);
  }

  /** Runs it and gives the answer to the execution, which owns whatever stays open. */
  void run(Request request, Execution execution) throws SQLException {
    run(route(request, execution), request, execution);
  }

  private void run(RoutedStatement routed, Request request, Execution execution)
      throws SQLException {
    if (routed instanceof Procedure procedure) {
      call(procedure, request, execution);
    } else if (routed instanceof Write write) {
      write(write, request, execution);
    } else if (routed instanceof Hinted hinted) {
      hinted(hinted, execution).run(hinted.statement(), request, execution);
    } else if (routed instanceof Setting setting) {
      runSetting(setting, request, execution);
    } else if (routed instanceof Listing listing) {
      answer(listed(listing, request, execution), request, execution);
    } else if (routed instanceof Explained explained) {
      MemoryTable told =
          new Explanation(session, readiness, caches, own).of(explained, request, execution);
      answer(told, request, execution);
    } else {
      runIn(ready(routed, request, execution), request, execution);
    }
  }

  private MemoryTable listed(Listing listing, Request request, Execution execution) {
    AttachedSources sources = sources(execution);
    List<OwnTable> own =
        sources.sources().stream()
            .map(AttachedSource::cache)
            .distinct()
            .flatMap(cache -> work.known(cache).stream())
            .toList();
    return Listings.of(listing, request.schema(), sources, own);
  }

  /** The runner of a statement that has settings of its own. */
  private StatementRunner hinted(Hinted statement, Execution execution) throws SQLException {
    try {
      Session own = session.with(statement.hints());
      if (!own.queryTimeout().equals(session.queryTimeout())) {
        execution.endAfterIfNotSet(own.queryTimeout());
      }
      return new StatementRunner(own, engines, memory, system, work);
    } catch (SettingsException e) {
      throw refused(e);
    }
  }

  private void runSetting(Setting setting, Request request, Execution execution)
      throws SQLException {
    try {
      if (setting.action() == Setting.Action.SHOW) {
        answer(session.shown(setting.name()), request, execution);
      } else {
        session.change(setting);
        execution.answer(0);
      }
    } catch (SettingsException e) {
      throw refused(e);
    }
  }

  /** Not the error of a URL, on which pools throw the connection away. */
  private static SQLException refused(SettingsException e) {
    return SqlState.INVALID_ARGUMENT.exception(e.getMessage(), e.guidance().orElse(""));
  }

  private void answer(MemoryTable table, Request request, Execution execution) throws SQLException {
    goForward(request, execution);
    execution.answer(table.query(execution.hold(memory.connect()).connection()));
  }

  private void write(Write write, Request request, Execution execution) throws SQLException {
    work.ensureWritable();
    if (write.needsRows()) {
      readiness.ensureFresh(write.touched(), execution);
    } else {
      readiness.ensureTables(write.touched(), execution.cancellation());
    }
    Connection engine = caches.open(write, request.schema(), execution);
    engines.run(engine, write.sql(), request.parameters(), execution);
    if (execution.rows().isPresent()) {
      goForward(request, execution);
    }
  }

  /**
   * What the engine knows of a statement.
   *
   * @param rows whether it gives rows
   */
  record Described(PreparedStatement engine, boolean rows) {}

  /** Prepares it in the engine without reading a stream; empty for what does not run in one. */
  Optional<Described> describe(Request request, Execution execution) throws SQLException {
    RoutedStatement routed = route(request, execution);
    if (routed instanceof Hinted hinted) {
      routed = hinted.statement();
    }
    if (routed instanceof InCache inCache) {
      readiness.ensureTables(inCache, execution.cancellation());
      Connection engine = caches.open(inCache, request.schema(), execution);
      return Optional.of(described(engine, inCache.sql(), true, execution));
    }
    if (routed instanceof Federated federated) {
      readiness.ensureTables(federated.touched(), execution.cancellation());
      Federation federation = own.describe(federated, request.schema(), execution);
      return Optional.of(described(federation.connection(), federation.sql(), true, execution));
    }
    if (routed instanceof OnSystem onSystem) {
      Connection engine = own.describe(onSystem, request.schema(), execution);
      return Optional.of(described(engine, onSystem.sql(), true, execution));
    }
    if (routed instanceof Write write) {
      readiness.ensureTables(write.touched(), execution.cancellation());
      Connection engine = caches.describing(write, request.schema(), execution);
      return Optional.of(described(engine, write.sql(), write.returning(), execution));
    }
    return Optional.empty();
  }

  private static Described described(
      Connection engine, String sql, boolean rows, Execution execution) throws SQLException {
    return new Described(execution.hold(engine.prepareStatement(sql)), rows);
  }

  /** The call that a text is; empty for a query. */
  Optional<Procedure> call(Request request, Execution execution) {
    return route(request, execution) instanceof Procedure procedure
        ? Optional.of(procedure)
        : Optional.empty();
  }

  private RoutedStatement route(Request request, Execution execution) {
    AttachedSources sources = sources(execution);
    execution.originsFrom(
        () -> session.context().statements().origins(request.sql(), request.schema(), sources));
    RoutedStatement routed =
        session
            .context()
            .statements()
            .route(request.sql(), request.schema(), sources, work.seen(execution.cancellation()));
    if (!routed.lasts()) {
      execution.originsFrom(List::of);
    }
    sources.sources().stream()
        .filter(source -> routed.isAbout(source.source()))
        .flatMap(source -> source.catalog().doubt().stream())
        .forEach(why -> execution.warn(Notice.IN_DOUBT, why));
    return routed;
  }

  private AttachedSources sources(Execution execution) {
    return session.context().attachments().current(session.context().run(execution.cancellation()));
  }

  /** Where a statement runs whose streams are read, and with which text. */
  private record Ready(Connection engine, String sql, boolean scrolls) {}

  private Ready ready(RoutedStatement routed, Request request, Execution execution)
      throws SQLException {
    if (routed instanceof InCache inCache) {
      String sql = readiness.of(inCache, request.maxRows(), execution);
      Connection engine = caches.open(inCache, request.schema(), execution);
      return new Ready(engine, sql, caches.scrolls(inCache));
    }
    if (routed instanceof Federated federated) {
      readiness.ensureFresh(federated.touched(), execution);
      Federation federation = own.open(federated, request.schema(), execution);
      return new Ready(federation.connection(), federation.sql(), false);
    }
    if (routed instanceof OnSystem onSystem) {
      Connection engine = own.open(onSystem, request.schema(), execution);
      return new Ready(engine, onSystem.sql(), true);
    }
    if (routed instanceof Hinted hinted) {
      return hinted(hinted, execution).ready(hinted.statement(), request, execution);
    }
    throw SqlErrors.argument("A call gives no rows to another statement");
  }

  private void runIn(Ready ready, Request request, Execution execution) throws SQLException {
    if (request.scroll() && ready.scrolls) {
      engines.scroll(ready.engine, ready.sql, request.parameters(), request.maxRows(), execution);
    } else {
      goForward(request, execution);
      engines.run(ready.engine, ready.sql, request.parameters(), execution);
    }
  }

  private static void goForward(Request request, Execution execution) {
    if (request.scroll()) {
      execution.warn(Notice.DOWNGRADED, "The rows can only be walked through forward");
    }
  }

  /** Writes the rows of a query where {@code target} says, and returns how many they are. */
  private long copy(String query, String target, Request call, Execution execution)
      throws SQLException {
    Request request = new Request(query, call.schema(), Optional.empty(), 0, false);
    Ready ready = ready(route(request, execution), request, execution);
    return engines.update(ready.engine, "COPY (\n" + ready.sql + "\n) TO " + target, execution);
  }

  private void call(Procedure procedure, Request request, Execution execution) throws SQLException {
    goForward(request, execution);
    Cancellation cancellation = execution.cancellation();
    CallContext call =
        new CallContext(
            sources(execution),
            request.schema(),
            session.context().freshness(),
            fullRefresh -> session.context().sync(cancellation, fullRefresh),
            session.context().sourceList(),
            (query, target) -> copy(query, target, request, execution));
    Answer answer =
        Procedures.call(
            procedure.schema(),
            procedure.name(),
            request.parameters().orElseGet(Parameters::new).in(procedure.arguments()),
            call);
    if (answer instanceof Answer.Query query) {
      Connection cache = caches.open(query.cache(), execution);
      Statement engine = execution.hold(cache.createStatement());
      execution.answerOfCall(engine.executeQuery(query.sql()));
    } else if (answer instanceof Answer.Rows rows) {
      execution.answerOfCall(rows.table().query(execution.hold(memory.connect()).connection()));
    }
  }
}
