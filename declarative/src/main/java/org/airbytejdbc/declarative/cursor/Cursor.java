package org.airbytejdbc.declarative.cursor;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/**
 * What of a stream is to be read, and how far it has been read. Slices may be read side by side:
 * thread-safe, but for the iterator, which one thread uses.
 */
public interface Cursor {
  Iterator<StreamSlice> slices();

  /** What asks for the slice's span of the cursor. */
  Injected inject(StreamSlice slice, Scope scope);

  /** Whether the record lies in what is to be read. */
  boolean wants(Map<String, @Nullable Object> record, StreamSlice slice);

  /** Whether all that comes after this record has been read before, so that no page is needed. */
  default boolean endsWith(Map<String, @Nullable Object> record, StreamSlice slice) {
    return false;
  }

  /** Takes note of a record that was given out. */
  void observe(Map<String, @Nullable Object> record, StreamSlice slice);

  /** A slice has been read whole: the state that now holds, if there is a new one. */
  Optional<Map<String, @Nullable Object>> close(StreamSlice slice);

  /** The state after all slices. */
  Map<String, @Nullable Object> state();
}
