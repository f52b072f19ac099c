package org.airbytejdbc.declarative.partition;

import java.util.Iterator;
import java.util.Map;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.jspecify.annotations.Nullable;

/** A stream as its children see it. */
public interface ParentRecords {
  String name();

  /** Reads the stream lazily; the records with the slices that they came from. */
  Iterator<ParentRecord> records();

  /** How far it was read. */
  Map<String, @Nullable Object> state();

  /** A record and its slice. */
  record ParentRecord(Map<String, @Nullable Object> record, StreamSlice slice) {}
}
