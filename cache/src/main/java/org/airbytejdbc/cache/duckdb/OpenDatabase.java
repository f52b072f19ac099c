package org.airbytejdbc.cache.duckdb;

import static org.airbytejdbc.cache.duckdb.SqlName.literal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.CacheLocation;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A DuckDB database while it is open, with the folder that it spills to. */
final class OpenDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

  /** Trimming costs the next load its warm memory: it is done when there is something to gain. */
  private static final long MOST_MEMORY = 64L << 20;

  private static final String KEPT_MEMORY = "32MB";

  private final CacheLocation location;
  private final DuckDBConnection root;
  private final ScratchFolder scratch;
  private final IdleConnections idle = new IdleConnections(this::connection);
  private boolean withoutWorkers;

  private OpenDatabase(CacheLocation location, DuckDBConnection root, ScratchFolder scratch) {
    this.location = location;
    this.root = root;
    this.scratch = scratch;
  }

  /** Opens the database, making the file and its folder where they are missing. */
  static OpenDatabase open(CacheLocation location) throws SQLException {
    String path = path(location);
    DuckDBConnection root = connect();
    try {
      attach(root, path);
      restrict(location);
      ScratchFolder scratch = ScratchFolder.open(location);
      try (Statement statement = root.createStatement()) {
        statement.execute("SET temp_directory = " + literal(scratch.path().toString()));
        statement.execute("SET GLOBAL TimeZone = 'UTC'");
      }
      return new OpenDatabase(location, root, scratch);
    } catch (SQLException | RuntimeException e) {
      root.close();
      throw e;
    }
  }

  /** Another connection to the same database, closed by the caller. */
  Connection connection() throws SQLException {
    Connection connection = root.duplicate();
    try (Statement statement = connection.createStatement()) {
      statement.execute("USE " + DuckDbFile.DATABASE);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Connections that are set up for a view. */
  IdleConnections idle() {
    return idle;
  }

  /**
   * Gives the memory of blocks back that are in the file by now, once they take much: the engine
   * keeps them until it has most of the machine's. To be called while nobody else uses the
   * database, whose work would fail for want of memory.
   */
  void trim() {
    try (Statement statement = root.createStatement()) {
      if (memory(statement) <= MOST_MEMORY) {
        return;
      }
      statement.execute("SET memory_limit = '" + KEPT_MEMORY + "'");
    } catch (SQLException e) {
      LOG.debug("More than {} is in use: {}", KEPT_MEMORY, e.getMessage());
    }
    try (Statement statement = root.createStatement()) {
      statement.execute("RESET memory_limit");
    } catch (SQLException e) {
      LOG.warn("{} has only {} of memory now: {}", location, KEPT_MEMORY, e.getMessage());
    }
  }

  /**
   * Ends the engine's own threads until {@link #recallWorkers}. To be called while nobody else uses
   * the database, as it waits for what they are at.
   */
  void dismissWorkers() {
    withoutWorkers = true;
    setThreads("SET threads = 1");
  }

  /** Lets the engine have as many threads as it has by itself. */
  void recallWorkers() {
    if (withoutWorkers) {
      withoutWorkers = false;
      setThreads("RESET threads");
    }
  }

  private void setThreads(String sql) {
    try (Statement statement = root.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      LOG.warn("{} failed for {}: {}", sql, location, e.getMessage());
    }
  }

  /** Keeps the file and what the engine puts beside it from other users. */
  static void restrict(CacheLocation location) {
    if (location instanceof CacheLocation.DuckDbFile file) {
      try {
        PrivateFiles.restrict(file.path());
        PrivateFiles.restrict(file.path().resolveSibling(file.path().getFileName() + ".wal"));
      } catch (IOException e) {
        LOG.warn("{} may be readable for other users: {}", location, e.toString());
      }
    }
  }

  @Override
  public void close() {
    try {
      idle.close();
      allowMerging();
      root.close();
    } catch (SQLException e) {
      // What was committed is in the write-ahead log and is found at the next opening.
      LOG.warn("{} was not closed well: {}", location, e.getMessage());
    } finally {
      scratch.close();
    }
  }

  /** What the engine writes while it closes stays so. */
  private void allowMerging() {
    try {
      RowGroupMerging.allow(root);
    } catch (SQLException e) {
      LOG.debug("{} is closed with its row groups as they are: {}", location, e.getMessage());
    }
  }

  private static long memory(Statement statement) throws SQLException {
    try (ResultSet used =
        statement.executeQuery("SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()")) {
      used.next();
      return used.getLong(1);
    }
  }

  private static DuckDBConnection connect() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    RowGroupMerging.holdBack(settings);
    return (DuckDBConnection)
        Objects.requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:", settings));
  }

  private static void attach(Connection root, String path) throws SQLException {
    try (Statement statement = root.createStatement()) {
      statement.execute("ATTACH " + literal(path) + " AS " + DuckDbFile.DATABASE);
    }
  }

  private static String path(CacheLocation location) {
    if (!(location instanceof CacheLocation.DuckDbFile file)) {
      return ":memory:";
    }
    Path path = file.path();
    Path folder = Objects.requireNonNullElse(path.getParent(), path);
    try {
      PrivateFiles.createFolders(folder);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, folder);
    }
    if (Files.isDirectory(path)) {
      throw new CacheException(
          Kind.UNAVAILABLE, location + " is a folder", "Name a file with the property cache.");
    }
    return path.toString();
  }
}
