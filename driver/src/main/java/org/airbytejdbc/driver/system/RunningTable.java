package org.airbytejdbc.driver.system;

import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.cache.RunningSync;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** How far the syncs are that run now. */
final class RunningTable implements ToldTable {
  @Override
  public String name() {
    return "running";
  }

  @Override
  public String description() {
    return "A stream that is being read now, in any connection of this process";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "table_name VARCHAR",
        "started_at TIMESTAMPTZ",
        "seconds DOUBLE",
        "records BIGINT",
        "bytes BIGINT",
        "records_per_second DOUBLE",
        "expected_records BIGINT");
  }

  /** Asks no file, so that it answers at once. */
  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.caches().stream()
        .flatMap(cache -> cache.running().now().stream())
        .filter(sync -> context.sources().find(sync.source()).isPresent())
        .flatMap(sync -> sync.streams().stream().map(stream -> row(sync, stream)))
        .toList();
  }

  private static List<@Nullable Object> row(RunningSync sync, SyncProgress stream) {
    double seconds = stream.elapsed().toMillis() / 1000.0;
    return Arrays.asList(
        sync.source(),
        stream.table(),
        sync.startedAt().toString(),
        seconds,
        stream.records(),
        stream.bytes(),
        Rates.perSecond(stream.records(), seconds),
        stream.estimatedRecords().isPresent() ? stream.estimatedRecords().getAsLong() : null);
  }
}
