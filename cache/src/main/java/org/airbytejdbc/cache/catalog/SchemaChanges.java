package org.airbytejdbc.cache.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.airbytejdbc.cache.ledger.Instants;
import org.airbytejdbc.cache.ledger.Sql;

/** The ledger's account of how streams changed. Runs in its caller's transaction. */
public final class SchemaChanges {
  private SchemaChanges() {}

  /** Adds what was not known yet. */
  public static void put(Connection connection, String source, Collection<SchemaChange> changes)
      throws SQLException {
    for (SchemaChange change : changes) {
      if (!isKnown(connection, source, change)) {
        Sql.update(
            connection,
            "INSERT INTO _airbyte.schema_changes VALUES"
                + " (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), make_timestamptz(?))",
            source,
            change.stream().namespace().orElse(""),
            change.stream().name(),
            name(change),
            change.field(),
            change.oldType().orElse(""),
            change.newType().orElse(""),
            Instants.micros(Instant.now()));
      }
    }
  }

  /** Undeclared fields come with every batch, but are told once. */
  private static boolean isKnown(Connection connection, String source, SchemaChange change)
      throws SQLException {
    return change.kind() == SchemaChange.Kind.UNDECLARED
        && Sql.number(
                connection,
                "SELECT count(*) FROM _airbyte.schema_changes WHERE source = ? AND namespace = ?"
                    + " AND stream = ? AND change = ? AND field = ?",
                source,
                change.stream().namespace().orElse(""),
                change.stream().name(),
                name(change),
                change.field())
            > 0;
  }

  private static String name(SchemaChange change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }
}
