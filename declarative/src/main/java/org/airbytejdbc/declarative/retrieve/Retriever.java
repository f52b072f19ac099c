package org.airbytejdbc.declarative.retrieve;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.jspecify.annotations.Nullable;

/** The way from a slice to its records. Immutable, for any thread. */
public interface Retriever {
  /** The slice's records, a page at a time; each is asked for when it is taken. For one thread. */
  Iterator<List<Map<String, @Nullable Object>>> pages(StreamSlice slice, Cursor cursor);
}
