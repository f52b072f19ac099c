package org.airbytejdbc.declarative.cursor;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.IsoDuration;
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
   * @param more how much further back to go than the manifest says
   */
  DatetimeProgress(
      DatetimeBasedCursor cursor, Map<String, @Nullable Object> state, Optional<IsoDuration> more) {
    this.cursor = cursor;
    this.known = cursor.parse(state.get(cursor.field()));
    OffsetDateTime reached = known.orElse(cursor.start());
    this.spans =
        List.of(
            new Span(
                reached.isBefore(cursor.start()) ? reached : cursor.start(),
                reached,
                Optional.of(reached)));
    this.from = later(lookedBack(reached, more), cursor.start());
  }

  private OffsetDateTime lookedBack(OffsetDateTime reached, Optional<IsoDuration> more) {
    if (known.isEmpty()) {
      return reached;
    }
    OffsetDateTime back =
        cursor.lookback().map(window -> DatetimeBasedCursor.minus(reached, window)).orElse(reached);
    OffsetDateTime further =
        more.map(window -> DatetimeBasedCursor.minus(reached, window)).orElse(back);
    return further.isBefore(back) ? further : back;
  }

  private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  /** What is left to read, cut into steps, each with that partition. */
  List<StreamSlice> slices(StreamSlice partition) {
    List<StreamSlice> slices = new ArrayList<>();
    OffsetDateTime lower = from;
    while (lower.isBefore(cursor.end())
        || slices.isEmpty() && lower.isEqual(cursor.end()) && cursor.granularity().isPresent()) {
      OffsetDateTime next =
          cursor.step().isPresent()
              ? DatetimeBasedCursor.plus(lower, cursor.step().get())
              : cursor.end();
      boolean last = !next.isBefore(cursor.end());
      OffsetDateTime upper = last ? cursor.end() : next;
      if (!last && cursor.granularity().isPresent()) {
        upper = DatetimeBasedCursor.minus(upper, cursor.granularity().get());
      }
      Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
      bounds.put(cursor.startField(), cursor.format().format(lower));
      bounds.put(cursor.endField(), cursor.format().format(upper));
      slices.add(new StreamSlice(partition.partition(), bounds, partition.extraFields()));
      if (last) {
        break;
      }
      lower = next;
    }
    return slices;
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
    return Optional.ofNullable(slice.cursorSlice().get(field)).flatMap(cursor.format()::parse);
  }

  synchronized Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put(cursor.field(), cursor.format().format(spans.get(0).reached()));
    return state;
  }
}
