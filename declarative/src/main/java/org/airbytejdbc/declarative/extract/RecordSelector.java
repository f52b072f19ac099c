package org.airbytejdbc.declarative.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;
import org.airbytejdbc.declarative.trace.Tracer;
import org.airbytejdbc.declarative.transform.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * The records of a response as the stream gives them: extracted, filtered, transformed. Immutable,
 * for any thread.
 *
 * @param transformsFirst whether the filter sees transformed records
 */
public record RecordSelector(
    RecordExtractor extractor,
    Optional<Expression> filter,
    List<Transformation> transformations,
    boolean transformsFirst,
    Transformation normalization,
    Tracer tracer,
    String place) {
  /** The selected records, and how many there were before the filter. */
  public record Selected(List<Map<String, @Nullable Object>> records, long extracted) {}

  /**
   * @param wanted what the cursor takes of what the filter has let through
   */
  public Selected select(
      Iterable<? extends @Nullable Object> bodies,
      Scope scope,
      Predicate<Map<String, @Nullable Object>> wanted) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    long extracted = 0;
    for (Object body : bodies) {
      for (Object found : extractor.extract(body, scope)) {
        extracted++;
        if (found instanceof Map<?, ?> map) {
          @SuppressWarnings("unchecked")
          var record = (Map<String, @Nullable Object>) map;
          tracer.extracted(place, record);
          Scope seen = scope.with("record", record);
          boolean selected = false;
          if (transformsFirst) {
            transform(record, seen);
          }
          if (filter.map(condition -> condition.test(seen)).orElse(true) && wanted.test(record)) {
            if (!transformsFirst) {
              transform(record, seen);
            }
            normalization.apply(record, seen);
            records.add(record);
            selected = true;
          }
          tracer.selected(place, selected ? Optional.of(record) : Optional.empty());
        }
      }
    }
    return new Selected(records, extracted);
  }

  private void transform(Map<String, @Nullable Object> record, Scope scope) {
    for (Transformation transformation : transformations) {
      transformation.apply(record, scope);
    }
  }
}
