package org.airbytejdbc.cache.sync;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.cache.SyncReport.StreamReport;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.state.StateStore;
import org.airbytejdbc.cache.state.StoredState;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * One run of a source's connector for some of its streams, from the first record to the last
 * commit. Its caller holds the streams' locks.
 */
final class SyncRun {
  private final Ledger ledger;
  private final Source source;
  private final SyncOptions options;
  private final RunPlan plan;
  private final RunStates states;
  private final ProgressMeter meter;

  SyncRun(Ledger ledger, Source source, RunPlan plan, SyncOptions options) {
    this.ledger = ledger;
    this.source = source;
    this.options = options;
    this.plan = plan;
    this.states = new RunStates(plan.runs(), plan.from().states());
    this.meter = new ProgressMeter(source.name(), options.listener());
  }

  /**
   * Reads the streams and shows them to statements. After a failure what a state covers is kept,
   * and the streams that were complete are shown.
   */
  SyncReport run(RunningSyncs running) {
    return running.showing(source.name(), plan.runs(), meter, cancellation(), this::run);
  }

  private SyncReport run() {
    long id = ledger.alter(cancellation(), transaction -> prepare(transaction.connection()));
    options
        .listener()
        .started(source.name(), plan.runs().stream().map(run -> run.stream().table()).toList());
    try {
      read(id);
      SyncReport report = new SyncReport(source.name(), finishAll(id), meter.elapsed());
      options.listener().finished(report);
      return report;
    } catch (RuntimeException e) {
      noteFailure(id, e);
      throw e;
    }
  }

  private long prepare(Connection connection) throws SQLException {
    for (StreamRun run : plan.runs()) {
      run.target().prepare(connection, run.stream());
    }
    return SyncHistory.begin(connection, source.name(), names(plan.runs()), plan.from().states());
  }

  private void read(long id) {
    ConfiguredCatalog catalog =
        new ConfiguredCatalog(plan.runs().stream().map(run -> run.configured(id)).toList());
    ReadRequest request = new ReadRequest(source.config(), catalog, plan.from().input());
    try (MessageStream messages = source.connector().read(request, options.run());
        Loader loader = new Loader(source.name(), ledger, cancellation(), messages::close)) {
      Committer committer = new Committer(source.name(), plan.runs(), states, loader);
      try {
        new MessagePump(source, plan.runs(), states, committer, meter).pump(messages);
        committer.commitRest();
      } catch (RuntimeException e) {
        // A loader that fails ends the connector; then its failure is the one to tell.
        loader.failure().ifPresent(failure -> Failures.rethrow(failure, e));
        if (cancellation().cause().isEmpty()) {
          keepWhatIsCovered(committer, e);
        }
        throw e;
      }
    }
  }

  private void keepWhatIsCovered(Committer committer, RuntimeException cause) {
    try {
      committer.commitRest();
      finishComplete();
    } catch (RuntimeException e) {
      Failures.suppress(cause, e);
    }
  }

  private void finishComplete() {
    List<StreamRun> complete = plan.runs().stream().filter(StreamRun::isComplete).toList();
    if (!states.isShared() && !complete.isEmpty()) {
      ledger.load(cancellation(), transaction -> finish(transaction.connection(), complete));
    }
  }

  private List<StreamReport> finishAll(long id) {
    return ledger.load(
        cancellation(),
        transaction -> {
          List<StreamReport> reports = finish(transaction.connection(), plan.runs());
          end(transaction.connection(), id, Optional.empty());
          return reports;
        });
  }

  private List<StreamReport> finish(Connection connection, List<StreamRun> runs)
      throws SQLException {
    Set<StreamName> names = names(runs);
    StateStore.removeAll(connection, source.name(), names);
    for (StoredState state : states.finalStates(names)) {
      StateStore.put(connection, source.name(), state);
    }
    List<StreamReport> reports = new ArrayList<>();
    for (StreamRun run : runs) {
      run.target().finish(connection, run.stream(), run.committed(), run.total());
      long rows = Target.liveRows(connection, run.stream());
      CatalogStore.putFinished(
          connection, run.stream(), run.target() instanceof NextGeneration, rows);
      reports.add(
          new StreamReport(
              run.stream().table(), run.strategy().label(), run.read(), run.bytes(), rows));
    }
    return reports;
  }

  private void noteFailure(long id, RuntimeException cause) {
    try {
      ledger.load(
          Cancellation.none(),
          transaction -> {
            end(transaction.connection(), id, Optional.of(cause));
            return id;
          });
    } catch (RuntimeException e) {
      Failures.suppress(cause, e);
    }
  }

  private void end(Connection connection, long id, Optional<Exception> error) throws SQLException {
    SyncHistory.end(
        connection,
        id,
        error,
        plan.runs().stream().mapToLong(StreamRun::read).sum(),
        plan.runs().stream().mapToLong(StreamRun::bytes).sum(),
        StateStore.load(connection, source.name()).stream()
            .filter(state -> plan.runs().stream().anyMatch(run -> state.covers(run.stream())))
            .toList());
  }

  private Cancellation cancellation() {
    return options.run().cancellation();
  }

  private static Set<StreamName> names(List<StreamRun> runs) {
    return runs.stream().map(StreamRun::name).collect(toSet());
  }
}
