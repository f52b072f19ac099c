package org.airbytejdbc.declarative.cursor;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.jspecify.annotations.Nullable;

/** How far a stream, or one partition of it, has been read. Thread-safe. */
final class DatetimeProgress {
  private final DatetimeBasedCursor cursor;
  private final OffsetDateTime from;
  private final Optional<OffsetDateTime> known;
  private final Map<StreamSlice, OffsetDateTime> latest = new HashMap<>();
  private List<Span> spans;

  /**
   * @param state {@code {cursor field: time}}, or empty for nothing read yet
   */
  DatetimeProgress(DatetimeBasedCursor cursor, Map<String, @Nullable Object> state) {
    this.cursor = cursor;
    this.known = cursor.parse(state.get(cursor.field()));
    OffsetDateTime reached = known.orElse(cursor.start());
    this.spans =
        List.of(
            new Span(
                reached.isBefore(cursor.start()) ? reached : cursor.start(),
                reached,
                Optional.of(reached)));
    this.from = later(lookedBack(reached), cursor.start());
  }

  private OffsetDateTime lookedBack(OffsetDateTime reached) {
    return known
        .flatMap(time -> cursor.lookback())
        .map(window -> DatetimeBasedCursor.minus(reached, window))
        .orElse(reached);
  }

  private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  /** What is left to read, cut into steps, each with that partition. */
  List<StreamSlice> slices(StreamSlice partition) {
    List<StreamSlice> slices = new ArrayList<>();
    OffsetDateTime lower = cursor.clamping().map(clamping -> clamping.ceiling(from)).orElse(from);
    while (lower.isBefore(cursor.end()) || slices.isEmpty() && isAskedForAsMoment(lower)) {
      OffsetDateTime next = stepAfter(lower);
      if (!next.isBefore(cursor.end())) {
        OffsetDateTime upper = lastEnd();
        if (!upper.isBefore(lower)) {
          slices.add(slice(partition, lower, upper));
        }
        break;
      }
      slices.add(slice(partition, lower, oneUnitBefore(next)));
      lower = next;
    }
    return slices;
  }

  private boolean isAskedForAsMoment(OffsetDateTime time) {
    return time.isEqual(cursor.end()) && cursor.granularity().isPresent() && !cursor.isStrict();
  }

  private OffsetDateTime stepAfter(OffsetDateTime lower) {
    if (cursor.step().isEmpty()) {
      return cursor.end();
    }
    OffsetDateTime next = DatetimeBasedCursor.plus(lower, cursor.step().get());
    return cursor.clamping().map(clamping -> clamping.ceiling(next)).orElse(next);
  }

  private OffsetDateTime lastEnd() {
    return cursor
        .clamping()
        .map(clamping -> oneUnitBefore(clamping.floor(cursor.end())))
        .orElse(cursor.end());
  }

  private OffsetDateTime oneUnitBefore(OffsetDateTime time) {
    return cursor.granularity().map(unit -> DatetimeBasedCursor.minus(time, unit)).orElse(time);
  }

  private StreamSlice slice(StreamSlice of, OffsetDateTime lower, OffsetDateTime upper) {
    Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
    bounds.put(cursor.startField(), cursor.format().format(lower));
    bounds.put(cursor.endField(), cursor.format().format(upper));
    return new StreamSlice(of.partition(), bounds, of.extraFields());
  }

  /** The slice from the latest of its observed records on. */
  synchronized StreamSlice rest(StreamSlice slice) {
    OffsetDateTime time = latest.get(slice);
    if (time == null) {
      return slice;
    }
    Map<String, @Nullable Object> bounds = new LinkedHashMap<>(slice.cursorSlice());
    bounds.put(cursor.startField(), cursor.format().format(time));
    return new StreamSlice(slice.partition(), bounds, slice.extraFields());
  }

  boolean covers(Map<String, @Nullable Object> record) {
    Optional<OffsetDateTime> time = cursor.valueOf(record);
    return time.isEmpty() || !time.get().isBefore(from) && !time.get().isAfter(cursor.end());
  }

  synchronized void observe(OffsetDateTime time, StreamSlice slice) {
    latest.merge(slice, time, DatetimeProgress::later);
  }

  synchronized void close(StreamSlice slice) {
    OffsetDateTime start = bound(slice, cursor.startField()).orElse(from);
    OffsetDateTime end = bound(slice, cursor.endField()).orElse(cursor.end());
    List<Span> all = new ArrayList<>(spans);
    all.add(new Span(start, end, Optional.ofNullable(latest.remove(slice))));
    spans = Span.joined(all, cursor);
  }

  private Optional<OffsetDateTime> bound(StreamSlice slice, String field) {
    return Optional.ofNullable(slice.cursorSlice().get(field)).flatMap(cursor.format()::tryParse);
  }

  synchronized Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put(cursor.field(), cursor.format().format(spans.get(0).reached()));
    return state;
  }
}
