package org.airbytejdbc.declarative.cursor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** A stream whose records are numbered: read on from the highest number. */
final class IncrementingCountCursor implements Cursor {
  private static final String START = "start";

  private final Component component;
  private final String field;
  private final Object start;
  private final Optional<RequestOption> option;
  private Object highest;

  private IncrementingCountCursor(
      Component component, String field, Object start, Optional<RequestOption> option) {
    this.component = component;
    this.field = field;
    this.start = start;
    this.option = option;
    this.highest = start;
  }

  static IncrementingCountCursor read(
      Component cursor, Map<String, @Nullable Object> state, Runtime runtime) {
    Scope scope = runtime.scope();
    String field = Cursors.field(cursor, runtime);
    Object known = state.get(field);
    Object first =
        known == null
            ? cursor.expression("start_value").<@Nullable Object>map(e -> e.value(scope)).orElse(0L)
            : known;
    return new IncrementingCountCursor(
        cursor,
        field,
        number(first, cursor, field),
        cursor.component("start_value_option").map(RequestOption::read));
  }

  /** As in Python, true and false are numbers too. */
  private static Object number(@Nullable Object value, Component cursor, String field) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    throw cursor.problem("a value of the cursor field \"" + field + "\" is no number");
  }

  private static double size(Object number) {
    if (number instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return ((Number) number).doubleValue();
  }

  @Override
  public Iterator<StreamSlice> slices() {
    Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
    bounds.put(START, start);
    bounds.put("end", Double.POSITIVE_INFINITY);
    return List.of(new StreamSlice(Map.of(), bounds, Map.of())).iterator();
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return option.map(place -> place.inject(slice.get(START), scope)).orElseGet(Injected::none);
  }

  @Override
  public boolean wants(Map<String, @Nullable Object> record, StreamSlice slice) {
    return true;
  }

  @Override
  public synchronized void observe(Map<String, @Nullable Object> record, StreamSlice slice) {
    Object value = record.get(field);
    if (value != null) {
      Object number = number(value, component, field);
      highest = size(number) > size(highest) ? number : highest;
    }
  }

  @Override
  public Optional<Map<String, @Nullable Object>> close(StreamSlice slice) {
    return Optional.of(state());
  }

  @Override
  public Optional<Map<String, @Nullable Object>> reached() {
    return Optional.of(state());
  }

  @Override
  public synchronized Map<String, @Nullable Object> state() {
    return Map.of(field, highest);
  }
}
