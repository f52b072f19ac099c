package org.airbytejdbc.cache.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.airbytejdbc.cache.SessionView;

/**
 * Connections that were set up for a view and wait for the next session with the same one: setting
 * one up takes longer than many a query. Thread-safe; closed with their database.
 */
final class IdleConnections implements AutoCloseable {
  /** Opens a connection to the database. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private static final int MOST = 8;

  private final Opener opener;
  private final Map<SessionView, Deque<Connection>> idle = new HashMap<>();
  private int count;
  private boolean closed;

  IdleConnections(Opener opener) {
    this.opener = opener;
  }

  /** A connection with that view, to be given back. */
  Connection take(SessionView view) throws SQLException {
    synchronized (this) {
      Deque<Connection> waiting = idle.get(view);
      if (waiting != null && !waiting.isEmpty()) {
        count--;
        return waiting.pop();
      }
    }
    Connection connection = opener.open();
    try (Statement statement = connection.createStatement()) {
      statement.execute(ViewSettings.first(view));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes back a connection on which nothing runs and nothing is open. */
  void give(SessionView view, Connection connection) throws SQLException {
    synchronized (this) {
      if (!closed && count < MOST && !connection.isClosed()) {
        count++;
        idle.computeIfAbsent(view, unknown -> new ArrayDeque<>()).push(connection);
        return;
      }
    }
    connection.close();
  }

  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    for (Deque<Connection> connections : idle.values()) {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    idle.clear();
  }
}
