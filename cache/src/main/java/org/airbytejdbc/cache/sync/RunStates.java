package org.airbytejdbc.cache.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.state.Cursors;
import org.airbytejdbc.cache.state.StoredState;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * The newest states of a sync's streams, and which of them are yet to be stored. Those of a stream
 * that is read in full say nothing to a later read once it was complete; before, they do if the
 * stream can resume, and else are left out.
 */
final class RunStates {
  private final Map<StreamName, StreamRun> runs = new HashMap<>();
  private final Map<StreamName, StreamRun> resumable = new HashMap<>();
  private final boolean sharedIsPending;
  private final Map<StreamName, StoredState> single = new HashMap<>();
  private Optional<StoredState> shared = Optional.empty();
  private final Set<StreamName> unsaved = new HashSet<>();

  /**
   * @param resumed the states that the connector was given
   */
  RunStates(Collection<StreamRun> all, List<StoredState> resumed) {
    all.stream()
        .filter(run -> run.strategy().incremental())
        .forEach(run -> runs.put(run.name(), run));
    all.stream()
        .filter(run -> !run.strategy().incremental() && run.stream().definition().resumable())
        .forEach(run -> resumable.put(run.name(), run));
    sharedIsPending =
        runs.values().stream().noneMatch(run -> run.target() instanceof LiveIncrement);
    for (StoredState state : resumed) {
      if (state.isShared()) {
        shared = Optional.of(state);
      } else {
        state.streams().forEach(stream -> single.put(stream, state));
      }
    }
  }

  /** Takes a state, which covers all records that came before it. */
  void add(StateMessage message) {
    boolean cursor = Cursors.in(message);
    if (message instanceof StateMessage.OfStream ofStream) {
      if (runs.containsKey(ofStream.stream())) {
        shared = Optional.empty();
      }
      StreamRun run = runs.getOrDefault(ofStream.stream(), resumable.get(ofStream.stream()));
      if (run != null) {
        addSingle(run, message, cursor);
      }
    } else if (!runs.isEmpty()) {
      addShared(message, cursor);
    }
  }

  /** Whether any state has come that was not taken by {@link #takeUnsaved()}. */
  boolean hasUnsaved() {
    return !unsaved.isEmpty();
  }

  /** Whether one state speaks for all streams, so that none can be finished without the others. */
  boolean isShared() {
    return shared.isPresent();
  }

  /** The states to store at this checkpoint. */
  List<StoredState> takeUnsaved() {
    List<StoredState> states = new ArrayList<>();
    shared
        .filter(state -> state.streams().stream().anyMatch(unsaved::contains))
        .ifPresent(states::add);
    unsaved.stream().filter(single::containsKey).map(single::get).forEach(states::add);
    unsaved.clear();
    return states;
  }

  /** What goes with the streams' tables once they are finished. */
  List<StoredState> finalStates(Set<StreamName> finished) {
    List<StoredState> states = new ArrayList<>();
    shared.ifPresent(state -> states.add(live(state, runs.keySet())));
    single.forEach(
        (stream, state) -> {
          if (finished.contains(stream) && runs.containsKey(stream)) {
            states.add(live(state, Set.of(stream)));
          }
        });
    return states;
  }

  private void addSingle(StreamRun run, StateMessage message, boolean cursor) {
    if (cursor) {
      boolean pending = run.target() instanceof NextGeneration;
      single.put(run.name(), StoredState.of(message, pending, Set.of(run.name())));
      unsaved.add(run.name());
      run.cover();
    } else {
      single.remove(run.name());
      unsaved.remove(run.name());
    }
  }

  private void addShared(StateMessage message, boolean cursor) {
    single.keySet().removeAll(runs.keySet());
    unsaved.removeAll(runs.keySet());
    shared =
        cursor
            ? Optional.of(StoredState.of(message, sharedIsPending, runs.keySet()))
            : Optional.empty();
    if (cursor) {
      unsaved.addAll(runs.keySet());
      runs.values().forEach(StreamRun::cover);
    }
  }

  private static StoredState live(StoredState state, Set<StreamName> streams) {
    return new StoredState(state.kind(), false, streams, state.json(), state.at());
  }
}
