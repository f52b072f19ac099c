package org.airbytejdbc.declarative.retrieve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** Puts parts of records together that have the same key; one without it stays alone. */
record RecordMerge(List<String> key) {
  static RecordMerge read(Component chunking) {
    Optional<Component> strategy = chunking.component("record_merge_strategy");
    strategy
        .filter(found -> !found.type().equals("GroupByKeyMergeStrategy"))
        .ifPresent(
            found -> {
              throw found.unknown();
            });
    List<String> key =
        strategy.stream()
            .flatMap(found -> found.items("key").stream())
            .map(String::valueOf)
            .toList();
    return new RecordMerge(key.isEmpty() ? List.of("id") : key);
  }

  List<Map<String, @Nullable Object>> merged(List<Map<String, @Nullable Object>> parts) {
    Map<Object, Map<String, @Nullable Object>> records = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> part : parts) {
      List<@Nullable Object> values = new ArrayList<>();
      key.forEach(field -> values.add(part.get(field)));
      Object group = values.contains(null) ? new Object() : values;
      records.merge(group, part, RecordMerge::both);
    }
    return new ArrayList<>(records.values());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> both(
      Map<String, @Nullable Object> first, Map<String, @Nullable Object> second) {
    Map<String, @Nullable Object> both = new LinkedHashMap<>(first);
    second.forEach(
        (name, value) -> {
          Object there = both.get(name);
          both.put(
              name,
              there instanceof Map && value instanceof Map
                  ? both(
                      (Map<String, @Nullable Object>) there, (Map<String, @Nullable Object>) value)
                  : value);
        });
    return both;
  }
}
