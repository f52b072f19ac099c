package org.airbytejdbc.driver.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.account.SyncEntry;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** The history of syncs, as the cache keeps it. */
final class SyncsTable implements ToldTable {
  @Override
  public String name() {
    return "syncs";
  }

  @Override
  public String description() {
    return "A sync of a source, the newest first";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "sync_id BIGINT",
        "streams VARCHAR[]",
        "outcome VARCHAR",
        "started_at TIMESTAMPTZ",
        "finished_at TIMESTAMPTZ",
        "seconds DOUBLE",
        "records BIGINT",
        "bytes BIGINT",
        "records_per_second DOUBLE",
        "state_before VARCHAR",
        "state_after VARCHAR",
        "error VARCHAR",
        "process_id BIGINT");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.sources().sources().stream()
        .flatMap(
            source ->
                source
                    .cache()
                    .account()
                    .syncs(source.source().name(), context.cancellation())
                    .stream())
        .sorted(Comparator.comparing(SyncEntry::startedAt).reversed())
        .map(SyncsTable::row)
        .toList();
  }

  private static List<@Nullable Object> row(SyncEntry sync) {
    Optional<Double> seconds =
        sync.finishedAt().map(end -> Duration.between(sync.startedAt(), end).toMillis() / 1000.0);
    return Arrays.asList(
        sync.source(),
        sync.id(),
        sync.streams(),
        sync.outcome(),
        sync.startedAt().toString(),
        sync.finishedAt().map(Instant::toString).orElse(null),
        seconds.orElse(null),
        sync.records(),
        sync.bytes().isPresent() ? sync.bytes().getAsLong() : null,
        seconds.map(time -> Rates.perSecond(sync.records(), time)).orElse(null),
        sync.stateBefore().orElse(null),
        sync.stateAfter().orElse(null),
        sync.error().orElse(null),
        sync.processId());
  }
}
