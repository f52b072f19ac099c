package org.airbytejdbc.driver.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.account.StreamEntry;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.sync.SourceSync;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** The streams, with how each is read and when it was. */
final class StreamsTable implements ToldTable {
  private static final UnaryOperator<String> LOWER = text -> text.toLowerCase(Locale.ROOT);

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public String description() {
    return "A stream of a source, and how far it was read";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "namespace VARCHAR",
        "name VARCHAR",
        "table_name VARCHAR",
        "sync_modes VARCHAR[]",
        "mode VARCHAR",
        "primary_key VARCHAR[]",
        "cursor VARCHAR",
        "rows BIGINT",
        "bytes BIGINT",
        "last_sync TIMESTAMPTZ",
        "age_seconds BIGINT",
        "next_refresh TIMESTAMPTZ",
        "in_source BOOLEAN",
        "last_error VARCHAR");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.sources().sources().stream().flatMap(one -> rows(one, context)).toList();
  }

  private static Stream<List<@Nullable Object>> rows(AttachedSource source, SystemContext context) {
    return source
        .cache()
        .account()
        .streams(source.source().name(), true, context.cancellation())
        .stream()
        .filter(entry -> source.catalog().table(entry.stream().table()).isPresent())
        .map(entry -> row(source, entry, context.policy()));
  }

  private static List<@Nullable Object> row(
      AttachedSource source, StreamEntry entry, FreshnessPolicy policy) {
    StoredStream stream = entry.stream();
    AirbyteStream definition = stream.definition();
    Optional<Instant> lastSync = stream.status().finishedAt();
    return Arrays.asList(
        stream.source(),
        stream.name().namespace().orElse(null),
        stream.name().name(),
        stream.table(),
        definition.supportedSyncModes().stream().map(SyncMode::name).map(LOWER).sorted().toList(),
        SourceSync.mode(source.source(), stream).orElse(null),
        definition.primaryKey().stream().map(path -> String.join(".", path)).toList(),
        definition.defaultCursorField().isEmpty()
            ? null
            : String.join(".", definition.defaultCursorField()),
        lastSync.isPresent() ? stream.status().rows() : null,
        entry.bytes().isPresent() ? entry.bytes().getAsLong() : null,
        lastSync.map(Instant::toString).orElse(null),
        lastSync.map(at -> Duration.between(at, Instant.now()).toSeconds()).orElse(null),
        lastSync
            .filter(at -> policy.refresh() == Refresh.AUTO)
            .map(at -> at.plus(policy.maxAge()).toString())
            .orElse(null),
        !stream.gone(),
        entry.lastError().orElse(null));
  }
}
