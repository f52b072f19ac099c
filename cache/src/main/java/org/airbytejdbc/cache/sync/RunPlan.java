package org.airbytejdbc.cache.sync;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.load.BatchFolder;
import org.airbytejdbc.cache.state.ResumePoint;
import org.airbytejdbc.cache.state.ResumePoint.Start;
import org.airbytejdbc.cache.state.StoredState;

/**
 * What a sync of some streams is to do: how each is read, from where, and where it goes. Closed by
 * whoever made it.
 */
record RunPlan(List<StreamRun> runs, ResumePoint from) implements AutoCloseable {
  /** A full refresh shows its rows as fresh, so those that it goes on from must not be old. */
  private static final Duration LONGEST_BREAK = Duration.ofDays(1);

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
    Map<Boolean, List<StoredStream>> byIncremental =
        streams.stream().collect(partitioningBy(s -> strategy(source, s).incremental()));
    List<StoredStream> incremental = byIncremental.get(true);
    List<StoredStream> resumable =
        byIncremental.get(false).stream().filter(s -> s.definition().resumable()).toList();
    ResumePoint from =
        fullRefresh
            ? ResumePoint.beginning(incremental)
            : ResumePoint.of(incremental, states)
                .resuming(resumable, states, Instant.now().minus(LONGEST_BREAK));
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
    Start start = from.starts().getOrDefault(stream.name(), Start.FROM_BEGINNING);
    if (start == Start.IN_LIVE_TABLE) {
      return new LiveIncrement(strategy);
    }
    boolean append =
        !strategy.incremental() && strategy.append() && stream.status().readWhole() && !fullRefresh;
    return new NextGeneration(strategy, start == Start.IN_NEXT_GENERATION, append);
  }

  /** Drops the records that were not handed on. */
  @Override
  public void close() {
    runs.forEach(StreamRun::close);
  }
}
