package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.state.StateStore;

/**
 * A read from the beginning: the records gather beside what statements see, which they replace at
 * the end. A read that was broken off goes on after the last record that a state covers.
 *
 * @param resume whether records of a broken read are there
 * @param append whether to add to what statements see instead of replacing it
 */
record NextGeneration(StreamStrategy strategy, boolean resume, boolean append) implements Target {
  NextGeneration {
    requireNonNull(strategy, "strategy");
  }

  @Override
  public void prepare(Connection connection, StoredStream stream) throws SQLException {
    Target.ensureLive(connection, stream);
    if (resume) {
      Sql.execute(
          connection,
          "DELETE FROM "
              + stream.nextTable()
              + " WHERE rowid IN (SELECT rowid FROM "
              + stream.nextTable()
              + " ORDER BY rowid OFFSET "
              + stream.status().nextRows().orElse(0)
              + ")");
    } else {
      Target.renewNext(connection, stream);
      CatalogStore.putNextRows(connection, stream, 0);
      StateStore.remove(connection, stream.source(), true, Set.of(stream.name()));
    }
  }

  @Override
  public void advance(Connection connection, StoredStream stream, long before, long now)
      throws SQLException {
    CatalogStore.putNextRows(connection, stream, now);
  }

  @Override
  public void finish(Connection connection, StoredStream stream, long before, long now)
      throws SQLException {
    if (!strategy.key().isEmpty()) {
      keepLastOfEachKey(connection, stream.nextTable());
    }
    if (append) {
      Sql.execute(
          connection,
          "INSERT INTO "
              + stream.liveTable()
              + " BY NAME FROM "
              + stream.nextTable()
              + " ORDER BY rowid");
      Sql.execute(connection, "DROP TABLE " + stream.nextTable());
    } else {
      Sql.execute(connection, "DROP TABLE " + stream.liveTable());
      Sql.execute(
          connection,
          "ALTER TABLE " + stream.nextTable() + " RENAME TO " + SqlName.quoted(stream.table()));
    }
  }

  private void keepLastOfEachKey(Connection connection, String table) throws SQLException {
    String key = strategy.key().stream().map(part -> part.sql("r")).collect(joining(", "));
    Sql.execute(
        connection,
        "DELETE FROM "
            + table
            + " WHERE rowid NOT IN (SELECT max(r.rowid) FROM "
            + table
            + " r GROUP BY "
            + key
            + ")");
  }
}
