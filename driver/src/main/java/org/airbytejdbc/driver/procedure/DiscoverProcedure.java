package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.account.StreamEntry;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * Asks connectors for their streams again and tells what changed: {@code CALL airbyte.discover}.
 */
final class DiscoverProcedure implements Procedure {
  @Override
  public String name() {
    return "discover";
  }

  @Override
  public String description() {
    return "Asks the connectors for their streams again, and tells what has changed";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SourceArgument.PARAMETER);
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "table_name VARCHAR",
        "change VARCHAR",
        "column_name VARCHAR",
        "type VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (AttachedSource source : SourceArgument.of(arguments, context)) {
      List<StoredStream> before = streams(source, context);
      source.cache().catalog(source.source(), true, context.run());
      for (StoredStream now : streams(source, context)) {
        compare(
            before.stream().filter(was -> was.name().equals(now.name())).findFirst(), now, rows);
      }
    }
    return Answer.rows(columns(), rows);
  }

  private static List<StoredStream> streams(AttachedSource source, CallContext context) {
    return source
        .cache()
        .account()
        .streams(source.source().name(), false, context.run().cancellation())
        .stream()
        .map(StreamEntry::stream)
        .toList();
  }

  private static void compare(
      Optional<StoredStream> before, StoredStream now, List<List<@Nullable Object>> rows) {
    if (before.isEmpty() || (before.get().gone() && !now.gone())) {
      rows.add(Arrays.asList(now.source(), now.table(), "stream added", null, null));
    } else if (now.gone() && !before.get().gone()) {
      rows.add(Arrays.asList(now.source(), now.table(), "stream gone", null, null));
    }
    if (before.isPresent()) {
      for (org.airbytejdbc.cache.catalog.Column column : now.columns()) {
        Optional<org.airbytejdbc.cache.catalog.Column> was =
            before.get().columns().stream()
                .filter(one -> one.name().equals(column.name()))
                .findFirst();
        if (was.isEmpty() || !was.get().type().equals(column.type())) {
          rows.add(
              Arrays.asList(
                  now.source(),
                  now.table(),
                  was.isEmpty() ? "column added" : "column widened",
                  column.name(),
                  DuckDbTypes.ddl(column.type())));
        }
      }
    }
  }
}
