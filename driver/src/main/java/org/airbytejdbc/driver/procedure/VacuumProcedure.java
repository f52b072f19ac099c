package org.airbytejdbc.driver.procedure;

import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.upkeep.Cleaning.Cleaned;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** Takes out of the caches what nobody will read any more: {@code CALL airbyte.vacuum}. */
final class VacuumProcedure implements Procedure {
  @Override
  public String name() {
    return "vacuum";
  }

  @Override
  public String description() {
    return "Drops what broken-off reads and previews have left, and gives free space back";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "cache VARCHAR", "dropped_tables INTEGER", "bytes_before BIGINT", "bytes_after BIGINT");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Cache cache :
        context.sources().sources().stream().map(AttachedSource::cache).distinct().toList()) {
      Cleaned cleaned = cache.cleaning().clean(context.run().cancellation());
      rows.add(
          List.of(
              cache.location().toString(),
              cleaned.dropped().size(),
              cleaned.bytesBefore(),
              cleaned.bytesAfter()));
    }
    return Answer.rows(columns(), rows);
  }
}
