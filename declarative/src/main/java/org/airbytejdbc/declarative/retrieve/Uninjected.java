package org.airbytejdbc.declarative.retrieve;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/** A cursor whose slices are not asked for by requests, as those for a finished file. */
record Uninjected(Cursor cursor) implements Cursor {
  @Override
  public Iterator<StreamSlice> slices() {
    return cursor.slices();
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return Injected.none();
  }

  @Override
  public boolean wants(Map<String, @Nullable Object> record, StreamSlice slice) {
    return cursor.wants(record, slice);
  }

  @Override
  public boolean isBeyond(Map<String, @Nullable Object> record, StreamSlice slice) {
    return cursor.isBeyond(record, slice);
  }

  @Override
  public void observe(Map<String, @Nullable Object> record, StreamSlice slice) {
    cursor.observe(record, slice);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> close(StreamSlice slice) {
    return cursor.close(slice);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> reached() {
    return cursor.reached();
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return cursor.state();
  }
}
