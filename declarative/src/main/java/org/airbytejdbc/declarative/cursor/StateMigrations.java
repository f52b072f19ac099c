package org.airbytejdbc.declarative.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** Brings the state of a stream into the form of today. */
public final class StateMigrations {
  private StateMigrations() {}

  /** The state as the stream's {@code state_migrations} make it. */
  public static Map<String, @Nullable Object> migrate(
      Map<String, @Nullable Object> state, Component stream, Runtime runtime) {
    Map<String, @Nullable Object> migrated = state;
    for (Component migration : stream.components("state_migrations")) {
      if (!migration.type().equals("LegacyToPerPartitionStateMigration")) {
        throw migration.unknown();
      }
      migrated = perPartition(migrated, stream, runtime);
    }
    return migrated;
  }

  /** From {@code {partition: {cursor field: time}}}; anything else stays. */
  private static Map<String, @Nullable Object> perPartition(
      Map<String, @Nullable Object> state, Component stream, Runtime runtime) {
    String field = Cursors.field(stream.required("incremental_sync"), runtime);
    boolean old =
        !state.isEmpty()
            && state.values().stream()
                .allMatch(value -> value instanceof Map<?, ?> of && of.containsKey(field));
    if (!old) {
      return state;
    }
    String partition = partitionField(stream.required("retriever"), runtime);
    List<Object> states = new ArrayList<>();
    state.forEach(
        (value, cursor) ->
            states.add(
                Map.of("partition", Map.of(partition, value), "cursor", (Map<?, ?>) cursor)));
    return Map.of("states", states);
  }

  private static String partitionField(Component retriever, Runtime runtime) {
    List<Component> routers = retriever.components("partition_router");
    List<Component> parents =
        routers.size() == 1 ? routers.get(0).components("parent_stream_configs") : List.of();
    if (parents.size() != 1) {
      throw retriever.problem("LegacyToPerPartitionStateMigration needs one parent stream");
    }
    return parents.get(0).requiredExpression("partition_field").text(runtime.scope());
  }
}
