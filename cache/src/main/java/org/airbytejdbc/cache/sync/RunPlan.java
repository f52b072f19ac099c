package org.airbytejdbc.cache.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.load.BatchFolder;
import org.airbytejdbc.cache.state.ResumePoint;
import org.airbytejdbc.cache.state.StoredState;

/**
 * What a sync of some streams is to do: how each is read, from where, and where it goes. Closed by
 * whoever made it.
 */
record RunPlan(List<StreamRun> runs, ResumePoint from) implements AutoCloseable {
  RunPlan {
    runs = List.copyOf(runs);
  }

  /**
   * @param streams those to read, with all that a shared state covers
   * @param fullRefresh whether to begin anew whatever the states
   */
  static RunPlan of(
      Source source,
      Collection<StoredStream> streams,
      List<StoredState> states,
      boolean fullRefresh,
      BatchFolder folder) {
    List<StoredStream> incremental =
        streams.stream().filter(stream -> strategy(source, stream).incremental()).toList();
    ResumePoint from =
        fullRefresh ? ResumePoint.beginning(incremental) : ResumePoint.of(incremental, states);
    List<StreamRun> runs = new ArrayList<>();
    for (StoredStream stream : streams) {
      StreamStrategy strategy = strategy(source, stream);
      Target target = target(stream, strategy, from, fullRefresh);
      runs.add(new StreamRun(stream, strategy, target, source.settings().undeclared(), folder));
    }
    return new RunPlan(runs, from);
  }

  static StreamStrategy strategy(Source source, StoredStream stream) {
    return StreamStrategy.of(stream, source.settings().strategy());
  }

  private static Target target(
      StoredStream stream, StreamStrategy strategy, ResumePoint from, boolean fullRefresh) {
    if (!strategy.incremental()) {
      boolean append = strategy.append() && stream.status().readWhole() && !fullRefresh;
      return new NextGeneration(strategy, false, append);
    }
    return switch (from.starts().get(stream.name())) {
      case FROM_BEGINNING -> new NextGeneration(strategy, false, false);
      case IN_NEXT_GENERATION -> new NextGeneration(strategy, true, false);
      case IN_LIVE_TABLE -> new LiveIncrement(strategy);
    };
  }

  /** Drops the records that were not handed on. */
  @Override
  public void close() {
    runs.forEach(StreamRun::close);
  }
}
