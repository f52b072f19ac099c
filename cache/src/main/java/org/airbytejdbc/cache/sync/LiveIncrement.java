package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.state.StateStore;

/**
 * A read that goes on from a state: at each checkpoint the records that the state covers move to
 * the table that statements see, and take the place of those with the same key.
 */
record LiveIncrement(StreamStrategy strategy) implements Target {
  LiveIncrement {
    requireNonNull(strategy, "strategy");
  }

  @Override
  public void prepare(Connection connection, StoredStream stream) throws SQLException {
    Target.ensureLive(connection, stream);
    Target.renewNext(connection, stream);
    CatalogStore.dropNext(connection, stream);
    StateStore.remove(connection, stream.source(), true, Set.of(stream.name()));
  }

  @Override
  public void advance(Connection connection, StoredStream stream, long before, long now)
      throws SQLException {
    if (now == before) {
      return;
    }
    String covered =
        "(SELECT rowid AS position, * FROM "
            + stream.nextTable()
            + " ORDER BY rowid LIMIT "
            + (now - before)
            + ")";
    if (strategy.key().isEmpty()) {
      insert(connection, stream, covered, "");
    } else {
      deleteReplaced(connection, stream, covered);
      String key = strategy.key().stream().map(part -> part.sql("r")).collect(joining(", "));
      insert(
          connection,
          stream,
          covered,
          " QUALIFY row_number() OVER (PARTITION BY " + key + " ORDER BY r.position DESC) = 1");
    }
    Sql.execute(
        connection,
        "DELETE FROM "
            + stream.nextTable()
            + " WHERE rowid IN (SELECT position FROM "
            + covered
            + ")");
  }

  @Override
  public void finish(Connection connection, StoredStream stream, long before, long now)
      throws SQLException {
    advance(connection, stream, before, now);
    Sql.execute(connection, "DROP TABLE " + stream.nextTable());
  }

  private void deleteReplaced(Connection connection, StoredStream stream, String covered)
      throws SQLException {
    String same =
        strategy.key().stream()
            .map(part -> part.sql("l") + " IS NOT DISTINCT FROM " + part.sql("r"))
            .collect(joining(" AND "));
    Sql.execute(
        connection,
        "DELETE FROM " + stream.liveTable() + " l USING " + covered + " r WHERE " + same);
  }

  private static void insert(
      Connection connection, StoredStream stream, String covered, String qualification)
      throws SQLException {
    String columns =
        stream.columns().stream().map(column -> quoted(column.name())).collect(joining(", "));
    Sql.execute(
        connection,
        "INSERT INTO "
            + stream.liveTable()
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + covered
            + " r"
            + qualification
            + " ORDER BY r.position");
  }
}
