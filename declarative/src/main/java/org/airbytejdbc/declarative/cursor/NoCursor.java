package org.airbytejdbc.declarative.cursor;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.partition.PartitionRouter;
import org.jspecify.annotations.Nullable;

/** The stream that is read whole each time; its state says just that. */
public record NoCursor(PartitionRouter router) implements Cursor {
  @Override
  public Iterator<StreamSlice> slices() {
    return router.partitions();
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return router.inject(slice, scope);
  }

  @Override
  public boolean wants(Map<String, @Nullable Object> record, StreamSlice slice) {
    return true;
  }

  @Override
  public void observe(Map<String, @Nullable Object> record, StreamSlice slice) {}

  @Override
  public Optional<Map<String, @Nullable Object>> close(StreamSlice slice) {
    return Optional.empty();
  }

  @Override
  public Optional<Map<String, @Nullable Object>> reached() {
    return Optional.empty();
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return Map.of("__ab_no_cursor_state_message", true);
  }
}
