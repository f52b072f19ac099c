package org.airbytejdbc.declarative.cursor;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.partition.PartitionRouter;
import org.jspecify.annotations.Nullable;

/**
 * A cursor for each partition, and one for all of them, which takes over when there are too many
 * partitions to keep a state of each.
 */
final class PerPartitionCursor implements Cursor {
  private static final int MOST_PARTITIONS = 10_000;

  /** The state of many partitions is large: it is told now and then. */
  private static final Duration BETWEEN_STATES = Duration.ofSeconds(30);

  private final DatetimeBasedCursor cursor;
  private final PartitionRouter router;
  private final Map<String, @Nullable Object> global;
  private final Map<String, @Nullable Object> initial;
  private final long lookback;
  private final DatetimeProgress ofAll;
  private final long started = System.nanoTime();
  private final Map<Map<String, @Nullable Object>, DatetimeProgress> progress =
      new ConcurrentHashMap<>();
  private final Map<Map<String, @Nullable Object>, Map<String, @Nullable Object>> states =
      new LinkedHashMap<>();
  private final Set<Map<String, @Nullable Object>> seen = ConcurrentHashMap.newKeySet();
  private Optional<OffsetDateTime> latest;
  private boolean hasObserved;
  private volatile boolean useGlobal;
  private long told = started;

  PerPartitionCursor(
      DatetimeBasedCursor cursor,
      PartitionRouter router,
      Map<String, @Nullable Object> state,
      boolean onlyGlobal) {
    this.cursor = cursor;
    this.router = router;
    this.initial = state;
    boolean isPlain = !state.containsKey("state") && !state.containsKey("states");
    this.global =
        isPlain ? state : state.get("state") instanceof Map<?, ?> given ? copy(given) : Map.of();
    this.useGlobal = isPlain ? onlyGlobal : Boolean.TRUE.equals(state.get("use_global_cursor"));
    this.lookback =
        !isPlain && state.get("lookback_window") instanceof Number seconds
            ? seconds.longValue()
            : 0;
    this.latest = cursor.parse(global.get(cursor.field()));
    if (state.get("states") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> entry
            && entry.get("partition") instanceof Map<?, ?> partition
            && entry.get("cursor") instanceof Map<?, ?> value) {
          states.put(copy(partition), copy(value));
        }
      }
    }
    this.ofAll = new DatetimeProgress(cursor, lookedBack());
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  @Override
  public Iterator<StreamSlice> slices() {
    Iterable<StreamSlice> partitions = router::partitions;
    return StreamSupport.stream(partitions.spliterator(), false)
        .filter(partition -> seen.add(partition.partition()))
        .flatMap(this::slices)
        .iterator();
  }

  private Stream<StreamSlice> slices(StreamSlice partition) {
    List<StreamSlice> slices = progress(partition).slices(partition);
    synchronized (this) {
      states.putIfAbsent(partition.partition(), progress(partition).state());
      if (states.size() > MOST_PARTITIONS) {
        useGlobal = true;
      }
    }
    return slices.stream();
  }

  private DatetimeProgress progress(StreamSlice slice) {
    return progress.computeIfAbsent(slice.partition(), this::begin);
  }

  /** Each partition from its own state on, or from that of all, looking back further. */
  private synchronized DatetimeProgress begin(Map<String, @Nullable Object> partition) {
    Map<String, @Nullable Object> own = states.get(partition);
    return new DatetimeProgress(cursor, own == null ? lookedBack() : own);
  }

  private Map<String, @Nullable Object> lookedBack() {
    return cursor
        .parse(global.get(cursor.field()))
        .<Map<String, @Nullable Object>>map(
            time -> Map.of(cursor.field(), cursor.format().format(time.minusSeconds(lookback))))
        .orElse(global);
  }

  /** What decides whether a record is wanted. */
  private DatetimeProgress bounds(StreamSlice slice) {
    return useGlobal ? ofAll : progress(slice);
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return router.inject(slice, scope).and(cursor.inject(slice, scope));
  }

  @Override
  public boolean wants(Map<String, @Nullable Object> record, StreamSlice slice) {
    return !cursor.isFilter() || bounds(slice).covers(record);
  }

  @Override
  public boolean isBeyond(Map<String, @Nullable Object> record, StreamSlice slice) {
    return cursor.isDataFeed() && !bounds(slice).covers(record);
  }

  @Override
  public StreamSlice rest(StreamSlice slice) {
    return progress(slice).rest(slice);
  }

  @Override
  public void observe(Map<String, @Nullable Object> record, StreamSlice slice) {
    Optional<OffsetDateTime> time = cursor.valueOf(record);
    if (time.isPresent()) {
      progress(slice).observe(time.get(), slice);
      synchronized (this) {
        hasObserved = true;
        latest = latest.filter(known -> !known.isBefore(time.get())).or(() -> time);
      }
    }
  }

  @Override
  public synchronized Optional<Map<String, @Nullable Object>> close(StreamSlice slice) {
    progress(slice).close(slice);
    states.put(slice.partition(), progress(slice).state());
    if (System.nanoTime() - told < BETWEEN_STATES.toNanos()) {
      return Optional.empty();
    }
    told = System.nanoTime();
    return reached();
  }

  /** What is known of all partitions and of the parents moves on when all have been read. */
  @Override
  public synchronized Optional<Map<String, @Nullable Object>> reached() {
    return useGlobal
        ? Optional.empty()
        : Optional.of(
            state(
                Optional.ofNullable(initial.get("state")),
                Optional.ofNullable(initial.get("parent_state"))));
  }

  @Override
  public synchronized Map<String, @Nullable Object> state() {
    return state(
        latest.map(time -> Map.of(cursor.field(), cursor.format().format(time))),
        router.parentState());
  }

  private long secondsSinceStart() {
    return Duration.ofNanos(System.nanoTime() - started).toSeconds() + 1;
  }

  private Map<String, @Nullable Object> state(Optional<?> ofAll, Optional<?> ofParents) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("use_global_cursor", useGlobal);
    if (!useGlobal) {
      List<@Nullable Object> all = new ArrayList<>();
      states.forEach(
          (partition, value) -> all.add(Map.of("partition", partition, "cursor", value)));
      state.put("states", all);
    }
    ofAll.ifPresent(known -> state.put("state", known));
    state.put("lookback_window", hasObserved ? secondsSinceStart() : lookback);
    ofParents.ifPresent(known -> state.put("parent_state", known));
    return state;
  }
}
