package org.airbytejdbc.cache.sync;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.SchemaChange;
import org.airbytejdbc.cache.catalog.SchemaChanges;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Sql;

/** Columns that a value was too long for: the load has widened them where it was loaded to. */
record Widening(StoredStream stream, List<Column> widened) {
  Widening {
    widened = List.copyOf(widened);
  }

  /** Widens them in the table that statements read too, and takes note of it. */
  StoredStream apply(Connection connection) throws SQLException {
    Map<String, Column> wide = widened.stream().collect(toMap(Column::name, identity()));
    List<Column> columns = new ArrayList<>();
    List<SchemaChange> changes = new ArrayList<>();
    for (Column column : stream.columns()) {
      Column after = wide.getOrDefault(column.name(), column);
      columns.add(after);
      if (!after.type().equals(column.type())) {
        changes.add(SchemaChange.widened(stream.name(), column, after));
        Sql.execute(
            connection,
            "ALTER TABLE "
                + stream.liveTable()
                + " ALTER "
                + SqlName.quoted(column.name())
                + " TYPE "
                + DuckDbTypes.ddl(after.type()));
      }
    }
    StoredStream after = stream.withColumns(columns);
    CatalogStore.putColumns(connection, after);
    SchemaChanges.put(connection, stream.source(), changes);
    return after;
  }
}
