package org.airbytejdbc.declarative.cursor;

import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
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
    if (!sync.type().equals("DatetimeBasedCursor")) {
      throw sync.unknown();
    }
    DatetimeBasedCursor cursor = DatetimeBasedCursor.read(sync, runtime);
    return router instanceof SinglePartition
        ? new DatetimeStreamCursor(cursor, new DatetimeProgress(cursor, state, Optional.empty()))
        : new PerPartitionCursor(
            cursor, router, state, sync.flag("global_substream_cursor", false));
  }

  /** The field that a stream's records are told apart in time by. */
  public static String field(Component sync, Runtime runtime) {
    return sync.requiredExpression("cursor_field").text(runtime.scope());
  }
}
