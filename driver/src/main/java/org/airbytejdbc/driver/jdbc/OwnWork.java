package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.SessionView;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.calcite.OwnObjects;
import org.airbytejdbc.calcite.RoutedStatement.Write;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlState;

/**
 * What a connection does with views and tables of its user's own. Its transaction and its temporary
 * ones are in one connection to the engine, which is kept, and with it the cache's file, as long as
 * there are any. Thread-safe.
 */
final class OwnWork implements AutoCloseable {
  private final Map<Cache, KeptSession> kept = new LinkedHashMap<>();
  private volatile boolean readOnly;
  private boolean autoCommit = true;
  private boolean closed;

  boolean readOnly() {
    return readOnly;
  }

  void readOnly(boolean on) {
    readOnly = on;
  }

  synchronized boolean autoCommit() {
    return autoCommit;
  }

  /** A transaction that is open is committed by a change, as JDBC says. */
  synchronized void autoCommit(boolean on) throws SQLException {
    if (autoCommit != on) {
      commit();
      autoCommit = on;
    }
  }

  /** What a statement can name, as it is seen on this connection. */
  OwnObjects seen(Cancellation cancellation) {
    return cache -> kept(cache).orElseGet(() -> cache.own().all(cancellation));
  }

  /** The same for people who browse, and who never wait for another process. */
  List<OwnTable> known(Cache cache) {
    return kept(cache).orElseGet(() -> cache.own().known());
  }

  private synchronized Optional<List<OwnTable>> kept(Cache cache) {
    return Optional.ofNullable(kept.get(cache)).map(KeptSession::tables);
  }

  /** Whether what the connection does in this cache goes through one connection to the engine. */
  synchronized boolean keeps(Cache cache) {
    return kept.containsKey(cache);
  }

  /** When the transaction in this cache began, if one is open. */
  synchronized Optional<Instant> transactionBegan(Cache cache) {
    return Optional.ofNullable(kept.get(cache)).flatMap(KeptSession::began);
  }

  /** The connection that is kept, for a statement that reads; empty if there is none. */
  synchronized Optional<Use> reading(Cache cache, SessionView view) throws SQLException {
    KeptSession session = kept.get(cache);
    if (session == null) {
      return Optional.empty();
    }
    session.see(view);
    return Optional.of(new Use(cache, session, false, false));
  }

  /** Fails on a connection that may not write. */
  void ensureWritable() throws SQLException {
    if (readOnly) {
      throw SqlState.READ_ONLY.exception(
          "The connection is read-only", "Call setReadOnly(false) first.");
    }
  }

  /** A connection to write with, in a transaction unless each statement is one. */
  Use writing(Write write, SessionView view, Cancellation cancellation) throws SQLException {
    Cache cache = write.cache();
    Optional<Use> before = using(cache, Optional.empty(), write.defines());
    Use use = before.isPresent() ? before.get() : opened(cache, write.defines(), cancellation);
    try {
      begin(use.session, view);
      return use;
    } catch (SQLException | RuntimeException e) {
      use.close();
      throw e;
    }
  }

  /** It may wait long for the file, and another thread may get there first. */
  private Use opened(Cache cache, boolean defines, Cancellation cancellation) throws SQLException {
    KeptSession opened = new KeptSession(cache.openForWriting(cancellation));
    try {
      Use use = using(cache, Optional.of(opened), defines).orElseThrow();
      if (use.session != opened) {
        opened.close();
      }
      return use;
    } catch (SQLException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private synchronized Optional<Use> using(
      Cache cache, Optional<KeptSession> opened, boolean defines) throws SQLException {
    if (closed) {
      throw SqlState.CONNECTION_CLOSED.exception("The connection is closed", "");
    }
    for (Map.Entry<Cache, KeptSession> other : kept.entrySet()) {
      if (!other.getKey().equals(cache) && other.getValue().began().isPresent()) {
        throw SqlState.IN_TRANSACTION.exception(
            "One transaction cannot write into two caches", "Commit or roll back in between.");
      }
    }
    opened.ifPresent(session -> kept.putIfAbsent(cache, session));
    return Optional.ofNullable(kept.get(cache))
        .map(session -> new Use(cache, session, true, defines));
  }

  private synchronized void begin(KeptSession session, SessionView view) throws SQLException {
    session.see(view);
    if (!autoCommit) {
      session.begin();
    }
  }

  synchronized void commit() throws SQLException {
    end(true);
  }

  synchronized void rollback() throws SQLException {
    end(false);
  }

  private void end(boolean commit) throws SQLException {
    for (Map.Entry<Cache, KeptSession> each : List.copyOf(kept.entrySet())) {
      try {
        each.getValue().end(commit);
      } finally {
        release(each.getKey(), each.getValue());
      }
    }
  }

  /** Gives the file up unless it is needed further on. */
  private synchronized void release(Cache cache, KeptSession session) {
    if (kept.get(cache) == session && !session.isNeeded()) {
      kept.remove(cache);
      session.close();
    }
  }

  /** Rolls back, and drops what is temporary. */
  synchronized void reset() {
    List<KeptSession> all = new ArrayList<>(kept.values());
    kept.clear();
    all.forEach(KeptSession::close);
  }

  @Override
  public synchronized void close() {
    closed = true;
    reset();
  }

  /** The right to use a connection for one statement; given back by closing. Idempotent. */
  final class Use implements AutoCloseable {
    private final Cache cache;
    private final KeptSession session;
    private final boolean writes;
    private final boolean defines;
    private final AtomicBoolean over = new AtomicBoolean();

    private Use(Cache cache, KeptSession session, boolean writes, boolean defines) {
      this.cache = cache;
      this.session = session;
      this.writes = writes;
      this.defines = defines;
      session.used();
    }

    Connection connection() {
      return session.connection();
    }

    @Override
    public void close() {
      if (!over.getAndSet(true)) {
        if (writes) {
          session.wrote(defines);
        }
        session.unused();
        release(cache, session);
      }
    }
  }
}
