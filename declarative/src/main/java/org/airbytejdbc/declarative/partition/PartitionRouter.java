package org.airbytejdbc.declarative.partition;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/** The partitions of a stream. Asked once a read; its iterator is used by one thread. */
public interface PartitionRouter {
  /** The extra field of a slice that is its first page, got with the parent's record. */
  String FIRST_PAGE = "child_response";

  Iterator<StreamSlice> partitions();

  /** What asks for the partition; a value that Python takes for false is not sent. */
  Injected inject(StreamSlice slice, Scope scope);

  /** How far the parents were read, or empty where they have no say in the state. */
  default Optional<Map<String, @Nullable Object>> parentState() {
    return Optional.empty();
  }

  /** Whether partitions are groups, of which no state is kept: the next read groups anew. */
  default boolean isGrouping() {
    return false;
  }
}
