package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** Ends syncs that run in any connection of this process: {@code CALL airbyte.cancel('shop.*')}. */
final class CancelProcedure implements Procedure {
  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public String description() {
    return "Ends the statements of this process that are reading the streams; what was checkpointed"
        + " stays";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            "streams", "VARCHAR", false, "Such as shop.users, orders or shop.*; all without it"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("source VARCHAR", "table_name VARCHAR", "records BIGINT");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    List<StreamPattern> patterns =
        StreamPattern.all(arguments.text("streams").orElse("*.*"), context.schema());
    Predicate<SyncProgress> wanted =
        stream ->
            context.sources().find(stream.source()).isPresent()
                && patterns.stream()
                    .anyMatch(pattern -> pattern.matches(stream.source(), stream.table()));
    List<Cache> caches =
        context.sources().sources().stream().map(AttachedSource::cache).distinct().toList();
    return Answer.rows(
        columns(),
        caches.stream()
            .flatMap(cache -> cache.running().cancel(wanted).stream())
            .flatMap(sync -> sync.streams().stream())
            .map(CancelProcedure::row)
            .toList());
  }

  private static List<@Nullable Object> row(SyncProgress stream) {
    return List.of(stream.source(), stream.table(), stream.records());
  }
}
