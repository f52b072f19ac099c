package org.airbytejdbc.declarative.partition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of several routers, each value once. What a router tells besides the one field is
 * an extra field.
 */
record UnionPartitionRouter(String field, List<PartitionRouter> routers)
    implements PartitionRouter {
  static UnionPartitionRouter read(Component router, List<PartitionRouter> routers, Scope scope) {
    for (Component child : router.components("partition_routers")) {
      if (child.has("request_option")
          || child.components("parent_stream_configs").stream()
              .anyMatch(parent -> parent.has("request_option"))) {
        throw child.problem("a router within a union cannot have a request_option");
      }
    }
    return new UnionPartitionRouter(
        router.requiredExpression("partition_field").text(scope), routers);
  }

  @Override
  public Iterator<StreamSlice> partitions() {
    Set<@Nullable Object> seen = new HashSet<>();
    return routers.stream()
        .flatMap(UnionPartitionRouter::stream)
        .filter(slice -> seen.add(slice.partition().get(field)))
        .map(this::plain)
        .iterator();
  }

  private static Stream<StreamSlice> stream(PartitionRouter router) {
    Iterable<StreamSlice> slices = router::partitions;
    return StreamSupport.stream(slices.spliterator(), false);
  }

  private StreamSlice plain(StreamSlice slice) {
    Map<String, @Nullable Object> partition = new HashMap<>();
    partition.put(field, slice.partition().get(field));
    Map<String, @Nullable Object> extras = new LinkedHashMap<>(slice.partition());
    extras.remove(field);
    extras.putAll(slice.extraFields());
    return new StreamSlice(partition, Map.of(), extras);
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return Injected.none();
  }
}
