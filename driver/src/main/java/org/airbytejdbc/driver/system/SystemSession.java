package org.airbytejdbc.driver.system;

import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.airbytejdbc.driver.result.MemoryRows;

/**
 * A database in memory with the system tables of one statement, so that statements side by side
 * each see their own. Closed by whoever opened it.
 */
public final class SystemSession implements AutoCloseable {
  private final MemoryRows.Session session;
  private final String database;

  private SystemSession(MemoryRows.Session session, String database) {
    this.session = session;
    this.database = database;
  }

  static SystemSession open(MemoryRows memory, String database) throws SQLException {
    SystemSession opened = new SystemSession(memory.connect(), database);
    try {
      opened.run("ATTACH ':memory:' AS " + database);
      opened.run("CREATE SCHEMA " + database + "." + SystemTables.SCHEMA);
      opened.run("SET TimeZone = " + literal(TimeZone.getDefault().getID()));
      return opened;
    } catch (SQLException | RuntimeException e) {
      opened.session.close();
      throw e;
    }
  }

  /** The engine's own connection, not to be used after the session. */
  public Connection connection() {
    return session.connection();
  }

  /** Names without a schema are looked up there. */
  void use(String schema) throws SQLException {
    run("USE " + database + "." + quoted(schema));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      if (!session.connection().isClosed()) {
        run("USE memory");
        run("DETACH " + database);
      }
    } finally {
      session.close();
    }
  }
}
