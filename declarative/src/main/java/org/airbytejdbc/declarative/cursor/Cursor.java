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

  /** Whether the record lies in what is to be read; asked beside the stream's own filter. */
  boolean wants(Map<String, @Nullable Object> record, StreamSlice slice);

  /**
   * Whether a record, as the stream gives it, was read before, where an API gives its newest
   * records first: it is left out, and as the last of a page it ends the slice.
   */
  default boolean isBeyond(Map<String, @Nullable Object> record, StreamSlice slice) {
    return false;
  }

  /** What is left of a slice once the records observed in it were read, where that can be asked. */
  default StreamSlice rest(StreamSlice slice) {
    return slice;
  }

  /** Takes note of a record that was given out. */
  void observe(Map<String, @Nullable Object> record, StreamSlice slice);

  /** A slice has been read whole: the state that now holds, if it is time to tell it. */
  Optional<Map<String, @Nullable Object>> close(StreamSlice slice);

  /** The state that holds while some slices are not read, or empty where there is none. */
  Optional<Map<String, @Nullable Object>> reached();

  /** The state after all slices. */
  Map<String, @Nullable Object> state();
}
