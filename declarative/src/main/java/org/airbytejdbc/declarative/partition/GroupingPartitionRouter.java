package org.airbytejdbc.declarative.partition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/** So many partitions of another router as one, each of their fields a list. */
record GroupingPartitionRouter(PartitionRouter single, int size, boolean deduplicates)
    implements PartitionRouter {
  @Override
  public Iterator<StreamSlice> partitions() {
    Iterator<StreamSlice> singles = single.partitions();
    Set<StreamSlice> seen = new LinkedHashSet<>();
    return new Iterator<>() {
      private final List<StreamSlice> group = new ArrayList<>();

      @Override
      public boolean hasNext() {
        while (group.size() < size && singles.hasNext()) {
          StreamSlice next = singles.next();
          if (!deduplicates || seen.add(next)) {
            group.add(next);
          }
        }
        return !group.isEmpty();
      }

      @Override
      public StreamSlice next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        StreamSlice together = together(group);
        group.clear();
        return together;
      }
    };
  }

  private static StreamSlice together(List<StreamSlice> group) {
    Map<String, @Nullable Object> partition = new LinkedHashMap<>();
    Map<String, @Nullable Object> extras = new LinkedHashMap<>();
    for (String field : group.get(0).partition().keySet()) {
      partition.put(field, values(group.stream().map(StreamSlice::partition).toList(), field));
    }
    for (String field : group.get(0).extraFields().keySet()) {
      extras.put(field, values(group.stream().map(StreamSlice::extraFields).toList(), field));
    }
    return new StreamSlice(partition, Map.of(), extras);
  }

  private static List<@Nullable Object> values(
      List<Map<String, @Nullable Object>> members, String field) {
    List<@Nullable Object> values = new ArrayList<>();
    members.forEach(member -> values.add(member.get(field)));
    return values;
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return single.inject(slice, scope);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> parentState() {
    return single.parentState();
  }

  @Override
  public boolean isGrouping() {
    return true;
  }
}
