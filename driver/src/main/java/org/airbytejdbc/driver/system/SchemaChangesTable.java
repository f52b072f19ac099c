package org.airbytejdbc.driver.system;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.SchemaChange;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** How the columns of streams changed. */
final class SchemaChangesTable implements ToldTable {
  @Override
  public String name() {
    return "schema_changes";
  }

  @Override
  public String description() {
    return "A change of a stream's columns, as it was noticed";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "namespace VARCHAR",
        "stream VARCHAR",
        "change VARCHAR",
        "field VARCHAR",
        "old_type VARCHAR",
        "new_type VARCHAR",
        "changed_at TIMESTAMPTZ");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.sources().sources().stream()
        .map(AttachedSource::source)
        .flatMap(source -> changes(source.name(), context))
        .toList();
  }

  private static Stream<List<@Nullable Object>> changes(String source, SystemContext context) {
    return context.account(source).changes(source, context.cancellation()).stream()
        .map(entry -> row(source, entry.change(), entry.changedAt()));
  }

  private static List<@Nullable Object> row(String source, SchemaChange change, Instant at) {
    return Arrays.asList(
        source,
        change.stream().namespace().orElse(null),
        change.stream().name(),
        change.kind().name().toLowerCase(Locale.ROOT),
        change.field(),
        change.oldType().orElse(null),
        change.newType().orElse(null),
        at.toString());
  }
}
