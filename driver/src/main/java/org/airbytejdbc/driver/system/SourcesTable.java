package org.airbytejdbc.driver.system;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.account.CacheAccount;
import org.airbytejdbc.cache.account.SourceEntry;
import org.airbytejdbc.cache.catalog.StreamStatus;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** The sources, with how much of each is in its cache. */
final class SourcesTable implements ToldTable {
  @Override
  public String name() {
    return "sources";
  }

  @Override
  public String description() {
    return "A source of this connection, which is a schema";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "name VARCHAR",
        "connector VARCHAR",
        "version VARCHAR",
        "cache VARCHAR",
        "streams INTEGER",
        "streams_read INTEGER",
        "rows BIGINT",
        "discovered_at TIMESTAMPTZ",
        "last_sync TIMESTAMPTZ");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.sources().sources().stream().map(source -> row(source, context)).toList();
  }

  private static List<@Nullable Object> row(AttachedSource source, SystemContext context) {
    String name = source.source().name();
    CacheAccount account = source.cache().account();
    Optional<SourceEntry> entry = account.source(name, context.cancellation());
    List<StreamStatus> read =
        account.streams(name, false, context.cancellation()).stream()
            .map(stream -> stream.stream().status())
            .filter(StreamStatus::readWhole)
            .toList();
    return Arrays.asList(
        name,
        source.source().connector().name(),
        entry.map(SourceEntry::version).orElseGet(source.source().connector()::version),
        source.cache().location().toString(),
        source.catalog().tables().size(),
        read.size(),
        read.stream().mapToLong(StreamStatus::rows).sum(),
        entry.map(found -> found.discoveredAt().toString()).orElse(null),
        read.stream()
            .flatMap(status -> status.finishedAt().stream())
            .max(Comparator.naturalOrder())
            .map(Instant::toString)
            .orElse(null));
  }
}
