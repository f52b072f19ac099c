package org.airbytejdbc.declarative.cursor;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time that was read whole.
 *
 * @param latest the highest cursor value that a record in it had
 */
record Span(OffsetDateTime start, OffsetDateTime end, Optional<OffsetDateTime> latest) {
  /** In order, those that touch joined into one. */
  static List<Span> joined(List<Span> spans, DatetimeBasedCursor cursor) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && !span.start.isAfter(cursor.oneUnitAfter(last.end))) {
        joined.set(joined.size() - 1, last.and(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private Span and(Span other) {
    return new Span(
        start,
        end.isAfter(other.end) ? end : other.end,
        java.util.stream.Stream.of(latest, other.latest)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder()));
  }

  /** How far it has been read as a state says it. */
  OffsetDateTime reached() {
    return latest.orElse(start);
  }
}
