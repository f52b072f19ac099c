package org.airbytejdbc.declarative.generated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a state before the next read begins with it: older engines wrote others. */
enum StateChange {
  NONE,
  WITHOUT_ALL,
  WITHOUT_PARTITIONS,
  WITHOUT_FIRST_PARTITION,
  WITHOUT_PARENTS,
  GLOBAL,
  NOT_GLOBAL,
  PARTITIONS_ALONE,
  ONE_CURSOR,
  LOOKBACK;

  Map<String, @Nullable Object> apply(Map<String, @Nullable Object> state) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(state);
    if (!changed.containsKey("use_global_cursor")) {
      return changed;
    }
    changed.put("lookback_window", this == LOOKBACK ? 2 * 86400 : 3600);
    switch (this) {
      case NONE, LOOKBACK -> {}
      case WITHOUT_ALL -> changed.remove("state");
      case WITHOUT_PARTITIONS -> changed.remove("states");
      case WITHOUT_FIRST_PARTITION -> changed.computeIfPresent("states", (name, all) -> rest(all));
      case WITHOUT_PARENTS -> changed.remove("parent_state");
      case GLOBAL -> changed.put("use_global_cursor", true);
      case NOT_GLOBAL -> changed.put("use_global_cursor", false);
      case PARTITIONS_ALONE -> changed.keySet().retainAll(List.of("states"));
      case ONE_CURSOR -> {
        // The CDK hands such a state down to parents, and fails where they have other cursors.
        if (changed.get("state") instanceof Map<?, ?> all && !changed.containsKey("parent_state")) {
          changed.clear();
          all.forEach((name, value) -> changed.put(String.valueOf(name), value));
        }
      }
    }
    return changed;
  }

  private static List<?> rest(@Nullable Object all) {
    List<@Nullable Object> sorted = new ArrayList<>((List<?>) all);
    sorted.sort(Comparator.comparing(String::valueOf));
    return sorted.subList(Math.min(1, sorted.size()), sorted.size());
  }
}
