package org.airbytejdbc.cache.state;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Where a read goes on.
 *
 * @param starts where the records of a stream belong; a full refresh that begins anew is left out
 * @param states those that the connector is given
 */
public record ResumePoint(Map<StreamName, Start> starts, List<StoredState> states) {
  /** Where the records of a stream belong. */
  public enum Start {
    /** No state covers it: all its records come, for a new generation. */
    FROM_BEGINNING,
    /** A read from the beginning was broken off: the rest comes, for the next generation. */
    IN_NEXT_GENERATION,
    /** What statements see is covered: only news come. */
    IN_LIVE_TABLE
  }

  public ResumePoint {
    starts = Map.copyOf(starts);
    states = List.copyOf(states);
  }

  /** All streams from the beginning, without a state. */
  public static ResumePoint beginning(Collection<StoredStream> streams) {
    return new ResumePoint(
        streams.stream().collect(toMap(StoredStream::name, s -> Start.FROM_BEGINNING)), List.of());
  }

  /**
   * Finds the states that go with the rows that are there.
   *
   * @param streams those to read, with all that a shared state covers
   */
  public static ResumePoint of(Collection<StoredStream> streams, List<StoredState> stored) {
    List<StoredState> shared =
        stored.stream()
            .filter(state -> state.isShared() && streams.stream().anyMatch(state::covers))
            .sorted(comparing(StoredState::pending).thenComparing(s -> s.streams().size()))
            .toList();
    return shared.isEmpty()
        ? ofSingle(streams, stored)
        : ofShared(streams, shared.get(shared.size() - 1));
  }

  /**
   * The same, with full refreshes that go on where they broke off; not beside a shared state, which
   * the connector is given alone.
   *
   * @param streams those that can resume
   * @param since the oldest state that is still good: what was read before it may have changed
   */
  public ResumePoint resuming(
      Collection<StoredStream> streams, List<StoredState> stored, Instant since) {
    if (states.stream().anyMatch(StoredState::isShared)) {
      return this;
    }
    Map<StreamName, Start> allStarts = new HashMap<>(starts);
    List<StoredState> allStates = new ArrayList<>(states);
    for (StoredStream stream : streams) {
      stored.stream()
          .filter(state -> !state.isShared() && state.pending() && state.covers(stream))
          .filter(state -> stream.isBegun() && !state.at().isBefore(since))
          .findAny()
          .ifPresent(
              state -> {
                allStarts.put(stream.name(), Start.IN_NEXT_GENERATION);
                allStates.add(state);
              });
    }
    return new ResumePoint(allStarts, allStates);
  }

  /** What the connector is given. */
  public StateInput input() {
    if (states.isEmpty()) {
      return new StateInput.None();
    }
    if (states.get(0).kind() == StoredState.Kind.LEGACY) {
      return new StateInput.Legacy(states.get(0).json());
    }
    return new StateInput.Typed(states.stream().map(StoredState::json).toList());
  }

  /**
   * A shared state is used for all of its streams or not at all, and then alone. A pending one
   * comes first, as it is what a broken read left; it cannot be used together with a stream that
   * statements see already.
   */
  private static ResumePoint ofShared(Collection<StoredStream> streams, StoredState state) {
    boolean fits =
        streams.stream()
            .allMatch(
                stream ->
                    state.covers(stream)
                        ? stream.isBegun() || (!state.pending() && stream.status().readWhole())
                        : !(state.pending() && stream.status().readWhole()));
    if (!fits) {
      return beginning(streams);
    }
    Map<StreamName, Start> starts = new HashMap<>();
    for (StoredStream stream : streams) {
      Start covered = stream.isBegun() ? Start.IN_NEXT_GENERATION : Start.IN_LIVE_TABLE;
      starts.put(stream.name(), state.covers(stream) ? covered : Start.FROM_BEGINNING);
    }
    return new ResumePoint(starts, List.of(state));
  }

  private static ResumePoint ofSingle(Collection<StoredStream> streams, List<StoredState> stored) {
    Map<StreamName, Start> starts = new HashMap<>();
    List<StoredState> states = new ArrayList<>();
    for (StoredStream stream : streams) {
      Optional<StoredState> state =
          stored.stream()
              .filter(s -> !s.isShared() && s.covers(stream))
              .filter(s -> s.pending() ? stream.isBegun() : stream.status().readWhole())
              .max(comparing(StoredState::pending));
      state.ifPresent(states::add);
      Start covered =
          state.filter(StoredState::pending).isPresent()
              ? Start.IN_NEXT_GENERATION
              : Start.IN_LIVE_TABLE;
      starts.put(stream.name(), state.isPresent() ? covered : Start.FROM_BEGINNING);
    }
    return new ResumePoint(starts, states);
  }
}
