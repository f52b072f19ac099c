package org.airbytejdbc.declarative.partition;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.expression.Truth;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/** A partition for each record of the parents, one parent after the other. */
record SubstreamPartitionRouter(List<ParentStream> parents) implements PartitionRouter {
  @Override
  public Iterator<StreamSlice> partitions() {
    return new Chained<>(parents.iterator(), SubstreamPartitionRouter::partitions);
  }

  private static Iterator<StreamSlice> partitions(ParentStream parent) {
    return new Chained<>(
        parent.stream().records(), record -> parent.partition(record).stream().iterator());
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    Injected injected = Injected.none();
    for (ParentStream parent : parents) {
      Object value = slice.get(parent.field());
      if (parent.option().isPresent() && Truth.of(value)) {
        injected = injected.and(parent.option().get().inject(value, scope));
      }
    }
    return injected;
  }

  @Override
  public Optional<Map<String, @Nullable Object>> parentState() {
    Map<String, @Nullable Object> states = new LinkedHashMap<>();
    for (ParentStream parent : parents) {
      if (parent.incremental()) {
        states.put(parent.stream().name(), parent.stream().state());
      }
    }
    return Optional.of(states);
  }
}
