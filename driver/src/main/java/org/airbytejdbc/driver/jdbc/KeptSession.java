package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.SessionView;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.cache.own.OwnTablesQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to an engine with a transaction or temporary tables. Thread-safe. */
final class KeptSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSession.class);

  private final Cache.WritableSession session;
  private Optional<SessionView> view = Optional.empty();
  private Optional<Instant> began = Optional.empty();
  private List<OwnTable> tables = List.of();
  private int users;
  private boolean closed;

  KeptSession(Cache.WritableSession session) {
    this.session = session;
  }

  Connection connection() {
    return session.connection();
  }

  synchronized void used() {
    users++;
  }

  synchronized void unused() {
    users--;
  }

  /** Whether a statement, a transaction or something temporary is in it. */
  synchronized boolean isNeeded() {
    return users > 0 || began.isPresent() || tables.stream().anyMatch(OwnTable::temporary);
  }

  synchronized void see(SessionView wanted) throws SQLException {
    if (!view.equals(Optional.of(wanted))) {
      session.see(wanted);
      view = Optional.of(wanted);
    }
  }

  synchronized Optional<Instant> began() {
    return began;
  }

  /** Begins a transaction unless one is open. */
  synchronized void begin() throws SQLException {
    if (began.isEmpty()) {
      execute("BEGIN");
      began = Optional.of(Instant.now());
    }
  }

  /** Ends the transaction, if one is open; one that cannot be committed is rolled back. */
  synchronized void end(boolean commit) throws SQLException {
    if (began.isEmpty()) {
      return;
    }
    began = Optional.empty();
    view = Optional.empty();
    try {
      if (commit) {
        // The engine would roll back one that has failed, and say nothing.
        execute("SELECT 1");
      }
      execute(commit ? "COMMIT" : "ROLLBACK");
    } catch (SQLException e) {
      rollBack(e);
      throw e;
    } finally {
      wrote(true);
    }
  }

  private void rollBack(SQLException failure) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // The engine has done it itself.
      failure.addSuppressed(e);
    }
  }

  /**
   * Takes note that a statement has written.
   *
   * @param defines whether there may be others of the user's own now
   */
  synchronized void wrote(boolean defines) {
    if (closed) {
      return;
    }
    if (defines) {
      tables();
    }
    if (began.isEmpty()) {
      session.committed();
    }
  }

  /** The views and tables of the user's own as this connection sees them. */
  synchronized List<OwnTable> tables() {
    try {
      tables = OwnTablesQuery.run(session.connection());
    } catch (SQLException e) {
      // A transaction that has failed answers nothing until it is rolled back.
      LOG.debug("What there is of the user's own is as before", e);
    }
    return tables;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rolls back what is open, and drops what is temporary. */
  @Override
  public synchronized void close() {
    closed = true;
    session.close();
  }
}
