package org.airbytejdbc.cache.state;

import static org.airbytejdbc.cache.state.ResumePoint.Start.FROM_BEGINNING;
import static org.airbytejdbc.cache.state.ResumePoint.Start.IN_LIVE_TABLE;
import static org.airbytejdbc.cache.state.ResumePoint.Start.IN_NEXT_GENERATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.catalog.StreamStatus;
import org.airbytejdbc.cache.state.ResumePoint.Start;
import org.airbytejdbc.cache.state.StoredState.Kind;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.junit.jupiter.api.Test;

class ResumePointTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final boolean PENDING = true;
  private static final boolean LIVE = false;

  private static StoredStream stream(String name, boolean readWhole, boolean begun) {
    AirbyteStream definition =
        new AirbyteStream(
            StreamName.of(name),
            "{}",
            Set.of(SyncMode.INCREMENTAL),
            true,
            List.of(),
            List.of(),
            false);
    OptionalLong next = begun ? OptionalLong.of(5) : OptionalLong.empty();
    StreamStatus status = new StreamStatus(readWhole, false, 1, next, 0, Optional.empty());
    return new StoredStream("shop", 0, name, definition, List.of(), false, status);
  }

  private static StoredStream read(String name) {
    return stream(name, true, false);
  }

  private static StoredState state(Kind kind, boolean pending, String... streams) {
    Set<StreamName> names = Stream.of(streams).map(StreamName::of).collect(Collectors.toSet());
    return new StoredState(kind, pending, names, kind + " " + pending + " " + names.size(), NOW);
  }

  private static Map<String, Start> starts(ResumePoint point) {
    return point.starts().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  @Test
  void pendingStateGoesBeforeTheLiveOneWhileItsRowsAreThere() {
    StoredState live = state(Kind.STREAM, LIVE, "a");
    StoredState pending = state(Kind.STREAM, PENDING, "a");
    ResumePoint point = ResumePoint.of(List.of(stream("a", true, true)), List.of(live, pending));
    assertThat(starts(point)).containsEntry("a", IN_NEXT_GENERATION);
    assertThat(point.states()).containsExactly(pending);

    point = ResumePoint.of(List.of(read("a")), List.of(live, pending));
    assertThat(starts(point)).containsEntry("a", IN_LIVE_TABLE);
    assertThat(point.states()).containsExactly(live);
  }

  @Test
  void fullRefreshGoesOnUnlessItsStateIsOldOrASharedOneIsGiven() {
    StoredState pending = state(Kind.STREAM, PENDING, "f");
    StoredState shared = state(Kind.GLOBAL, LIVE, "a");
    ResumePoint none = ResumePoint.of(List.of(), List.of());
    List<StoredStream> begun = List.of(stream("f", true, true));

    assertThat(none.resuming(begun, List.of(pending), NOW).states()).containsExactly(pending);
    assertThat(starts(none.resuming(begun, List.of(pending), NOW)))
        .containsEntry("f", IN_NEXT_GENERATION);
    assertThat(none.resuming(begun, List.of(pending), NOW.plusMillis(1))).isEqualTo(none);
    assertThat(none.resuming(List.of(read("f")), List.of(pending), NOW)).isEqualTo(none);
    assertThat(none.resuming(begun, List.of(state(Kind.STREAM, LIVE, "f")), NOW)).isEqualTo(none);
    ResumePoint incremental = ResumePoint.of(List.of(read("a")), List.of(shared));
    assertThat(incremental.resuming(begun, List.of(shared, pending), NOW)).isEqualTo(incremental);
  }

  @Test
  void streamWithoutAStateBeginsAnewThoughItWasRead() {
    ResumePoint point =
        ResumePoint.of(List.of(read("a"), read("b")), List.of(state(Kind.STREAM, LIVE, "b")));
    assertThat(starts(point)).containsEntry("a", FROM_BEGINNING).containsEntry("b", IN_LIVE_TABLE);
  }

  @Test
  void streamThatWasBegunUnderALiveSharedStateGoesOnInItsNextGeneration() {
    StoredState shared = state(Kind.GLOBAL, LIVE, "a", "b");
    // An old table of b is there too, but the state has gone on with the next one.
    ResumePoint point =
        ResumePoint.of(List.of(read("a"), stream("b", true, true)), List.of(shared));
    assertThat(starts(point))
        .containsEntry("a", IN_LIVE_TABLE)
        .containsEntry("b", IN_NEXT_GENERATION);
  }

  @Test
  void sharedStateThatDoesNotFitOneOfItsStreamsFitsNone() {
    ResumePoint point =
        ResumePoint.of(
            List.of(read("a"), stream("b", false, false)),
            List.of(state(Kind.GLOBAL, LIVE, "a", "b")));
    assertThat(starts(point)).containsEntry("a", FROM_BEGINNING).containsEntry("b", FROM_BEGINNING);
    assertThat(point.states()).isEmpty();
  }

  @Test
  void pendingSharedStateIsNotUsedForAStreamThatWasReadWithoutIt() {
    List<StoredState> states =
        List.of(state(Kind.LEGACY, PENDING, "a"), state(Kind.LEGACY, LIVE, "a", "b"));
    ResumePoint point = ResumePoint.of(List.of(stream("a", true, true), read("b")), states);
    assertThat(starts(point)).containsEntry("a", FROM_BEGINNING).containsEntry("b", FROM_BEGINNING);
  }

  @Test
  void ofTwoSharedStatesTheLargerIsUsedAndAlone() {
    StoredState large = state(Kind.GLOBAL, LIVE, "a", "b");
    ResumePoint point =
        ResumePoint.of(
            List.of(read("a"), read("b"), read("c")),
            List.of(large, state(Kind.GLOBAL, LIVE, "c"), state(Kind.STREAM, LIVE, "d")));
    assertThat(point.states()).containsExactly(large);
    assertThat(starts(point)).containsEntry("b", IN_LIVE_TABLE).containsEntry("c", FROM_BEGINNING);
  }
}
