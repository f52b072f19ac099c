package org.airbytejdbc.declarative.partition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/** Each partition of the first router, which is read bit by bit, with each of the others. */
record CartesianProduct(List<PartitionRouter> routers) implements PartitionRouter {
  @Override
  public Iterator<StreamSlice> partitions() {
    Iterator<StreamSlice> product = routers.get(0).partitions();
    for (PartitionRouter router : routers.subList(1, routers.size())) {
      List<StreamSlice> others = new ArrayList<>();
      router.partitions().forEachRemaining(others::add);
      product =
          new Chained<>(
              product, slice -> others.stream().map(other -> both(slice, other)).iterator());
    }
    return product;
  }

  private static StreamSlice both(StreamSlice first, StreamSlice second) {
    return new StreamSlice(
        merged(first.partition(), second.partition()),
        merged(first.cursorSlice(), second.cursorSlice()),
        merged(first.extraFields(), second.extraFields()));
  }

  /** A field that both have is the first's; the second's come first, as expressions show them. */
  private static Map<String, @Nullable Object> merged(
      Map<String, @Nullable Object> first, Map<String, @Nullable Object> second) {
    Map<String, @Nullable Object> both = new LinkedHashMap<>(second);
    both.putAll(first);
    return both;
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    Injected injected = Injected.none();
    for (PartitionRouter router : routers) {
      injected = injected.and(router.inject(slice, scope));
    }
    return injected;
  }
}
