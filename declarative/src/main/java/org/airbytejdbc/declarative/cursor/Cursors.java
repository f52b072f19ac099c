package org.airbytejdbc.declarative.cursor;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.IsoDuration;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.partition.PartitionRouter;
import org.airbytejdbc.declarative.partition.SinglePartition;
import org.jspecify.annotations.Nullable;

/** Reads a stream's {@code incremental_sync}. */
public final class Cursors {
  private Cursors() {}

  public static Cursor read(
      Optional<Component> sync,
      PartitionRouter router,
      Map<String, @Nullable Object> state,
      Runtime runtime) {
    return sync.isEmpty() ? new NoCursor(router) : read(sync.get(), router, state, runtime);
  }

  private static Cursor read(
      Component sync,
      PartitionRouter router,
      Map<String, @Nullable Object> state,
      Runtime runtime) {
    return switch (sync.type()) {
      case "DatetimeBasedCursor" -> datetime(sync, router, state, runtime);
      case "IncrementingCountCursor" -> {
        if (!(router instanceof SinglePartition)) {
          throw sync.problem("an IncrementingCountCursor cannot go with a partition_router");
        }
        yield IncrementingCountCursor.read(sync, state, runtime);
      }
      default -> throw sync.unknown();
    };
  }

  private static Cursor datetime(
      Component sync,
      PartitionRouter router,
      Map<String, @Nullable Object> state,
      Runtime runtime) {
    DatetimeBasedCursor cursor = DatetimeBasedCursor.read(sync, runtime);
    return router instanceof SinglePartition
        ? new DatetimeStreamCursor(cursor, new DatetimeProgress(cursor, state))
        : new PerPartitionCursor(
            cursor,
            router,
            state,
            router.isGrouping() || sync.flag("global_substream_cursor", false));
  }

  /** The time in a state of a datetime cursor, where there is one. */
  public static Optional<OffsetDateTime> reached(
      Component sync, Map<String, @Nullable Object> state, Runtime runtime) {
    DatetimeBasedCursor cursor = DatetimeBasedCursor.read(sync, runtime);
    return cursor.parse(state.get(cursor.field()));
  }

  public static OffsetDateTime before(Clock clock, IsoDuration period) {
    return DatetimeBasedCursor.minus(OffsetDateTime.now(clock), period);
  }

  /** The field that a stream's records are told apart in time by. */
  public static String field(Component sync, Runtime runtime) {
    return sync.requiredExpression("cursor_field").text(runtime.scope());
  }
}
