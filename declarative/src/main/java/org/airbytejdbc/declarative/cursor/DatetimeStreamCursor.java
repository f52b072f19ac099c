package org.airbytejdbc.declarative.cursor;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/** A datetime cursor over a stream that is not parted. */
record DatetimeStreamCursor(DatetimeBasedCursor cursor, DatetimeProgress progress)
    implements Cursor {
  @Override
  public Iterator<StreamSlice> slices() {
    return progress.slices(StreamSlice.none()).iterator();
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return cursor.inject(slice, scope);
  }

  @Override
  public boolean wants(Map<String, @Nullable Object> record, StreamSlice slice) {
    return !cursor.isFilter() || progress.covers(record);
  }

  @Override
  public boolean isBeyond(Map<String, @Nullable Object> record, StreamSlice slice) {
    return cursor.isDataFeed() && !progress.covers(record);
  }

  @Override
  public StreamSlice rest(StreamSlice slice) {
    return progress.rest(slice);
  }

  @Override
  public void observe(Map<String, @Nullable Object> record, StreamSlice slice) {
    cursor.valueOf(record).ifPresent(time -> progress.observe(time, slice));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> close(StreamSlice slice) {
    progress.close(slice);
    return Optional.of(progress.state());
  }

  @Override
  public Optional<Map<String, @Nullable Object>> reached() {
    return Optional.of(progress.state());
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return progress.state();
  }
}
