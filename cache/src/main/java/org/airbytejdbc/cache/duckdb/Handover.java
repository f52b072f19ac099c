package org.airbytejdbc.cache.duckdb;

import static java.util.Objects.requireNonNull;
import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.connector.Cancellation;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database for the time of one statement, into which several caches put rows and out of which one
 * engine reads them, so that every value keeps its type. For one thread; closed by who opened it.
 */
public final class Handover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  private final ScratchFolder folder;
  private final Path file;

  private Handover(ScratchFolder folder) {
    this.folder = folder;
    this.file = folder.path().resolve("rows of a statement.duckdb");
  }

  /** An empty one, among the system's temporary files. */
  public static Handover open() {
    return new Handover(ScratchFolder.open(new CacheLocation.InMemory("handover")));
  }

  /**
   * Keeps the rows of a query as a table.
   *
   * @param from the engine that the query is run in
   * @throws SQLException if that engine refuses it
   */
  public void add(
      Connection from, String schema, String table, String query, Cancellation cancellation)
      throws SQLException {
    cancellation.throwIfCancelled();
    String database = quoted("handover_" + UUID.randomUUID());
    String home = database + "." + quoted(schema);
    execute(from, "ATTACH " + literal(file.toString()) + " AS " + database, cancellation);
    try {
      execute(from, "CREATE SCHEMA IF NOT EXISTS " + home, cancellation);
      execute(from, "CREATE TABLE " + home + "." + quoted(table) + " AS " + query, cancellation);
    } finally {
      execute(from, "DETACH " + database, Cancellation.none());
    }
  }

  private static void execute(Connection engine, String sql, Cancellation cancellation)
      throws SQLException {
    try (Statement statement = engine.createStatement()) {
      Cancellation.Registration cancelling = cancellation.onCancel(() -> cancel(statement));
      try {
        statement.execute(sql);
      } finally {
        cancelling.close();
      }
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      LOG.debug("Nothing to cancel: {}", e.getMessage());
    }
  }

  /** An engine over the tables, closed by the caller before this is. */
  public Connection read() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("access_mode", "read_only");
    settings.setProperty("temp_directory", folder.path().resolve("spill").toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:" + file, settings));
  }

  /** Removes all that was handed over. Idempotent. */
  @Override
  public void close() {
    folder.close();
  }
}
