package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.account.CacheAccount;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.SourceCatalogs;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbFile;
import org.airbytejdbc.cache.duckdb.Lease;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.cache.own.OwnTables;
import org.airbytejdbc.cache.sync.KnownTables;
import org.airbytejdbc.cache.sync.Previewer;
import org.airbytejdbc.cache.sync.RunningSyncs;
import org.airbytejdbc.cache.sync.SourceSync;
import org.airbytejdbc.cache.upkeep.Cleaning;
import org.airbytejdbc.cache.upkeep.StateEditor;
import org.airbytejdbc.cache.upkeep.Upkeep;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.RunOptions;

/**
 * The streams of its sources in one engine, with their state.
 *
 * <p>Thread-safe. One per location and JVM, got from and given back to {@link Caches}. Holds the
 * file only while it is used.
 */
public final class Cache implements AutoCloseable {
  /** A connection to the engine; while it is open the file is held. Closed by whoever opened it. */
  public interface Session extends AutoCloseable {
    /** The engine's own connection, not to be used after the session. */
    Connection connection();

    @Override
    void close();
  }

  /** A session in which users change what is their own; nobody else ever gets its connection. */
  public interface WritableSession extends Session {
    /** Has names and times seen so from now on. */
    void see(SessionView view) throws SQLException;

    /** Takes note that something was committed in it. */
    void committed();
  }

  /** The rows of a preview: a table that is not the stream's. */
  public record Preview(String schema, String table) {}

  private final DuckDbFile file;
  private final Runnable giveBack;
  private final Ledger ledger;
  private final NamedLocks locks;
  private final SourceCatalogs catalogs;
  private final SourceSync syncs;
  private final Previewer previews;
  private final KnownTables tables;
  private final CacheAccount account;
  private final OwnTables own;

  /**
   * @param giveBack run at each {@link #close()}
   */
  Cache(CacheLocation location, CacheSettings settings, Runnable giveBack) {
    this.file = new DuckDbFile(location, settings);
    this.giveBack = requireNonNull(giveBack, "giveBack");
    this.ledger = new Ledger(file);
    this.locks = new NamedLocks(location, settings.lockTimeout());
    this.tables = new KnownTables(ledger);
    this.catalogs = new SourceCatalogs(ledger, locks, tables::forget);
    this.syncs = new SourceSync(location, ledger, locks);
    this.account = new CacheAccount(ledger);
    this.own = new OwnTables(file);
    this.previews = new Previewer(location, ledger, locks);
  }

  /** Where this cache lives. */
  public CacheLocation location() {
    return file.location();
  }

  /**
   * The source's streams as tables: the last known ones, else discovered now. They are discovered
   * again when connector or config are others than those that they were discovered with.
   *
   * @param rediscover asks the connector again even if they are known
   */
  public SourceCatalog catalog(Source source, boolean rediscover, RunOptions options) {
    return catalogs.catalog(source, rediscover, options);
  }

  /** Opens the engine, waiting for other processes as long as {@code lockTimeout} allows. */
  public Session open(Cancellation cancellation) {
    return new LeasedSession(file.lease(cancellation));
  }

  /** The same for statements of the user, with names and times seen so; nothing else may be set. */
  public Session open(SessionView view, Cancellation cancellation) {
    return new LeasedSession(file.lease(view, cancellation));
  }

  /** The same for changes of what is the user's own; in autocommit. */
  public WritableSession openForWriting(Cancellation cancellation) {
    return new OwnSession(file.lease(cancellation), own);
  }

  /** The views and tables of the user's own that all users of the cache see. */
  public OwnTables own() {
    return own;
  }

  /** Makes the tables of streams that were never read, empty, so that a statement can name them. */
  public void ensureTables(Source source, Set<StreamTable> touched, Cancellation cancellation) {
    tables.ensure(source.name(), touched, cancellation);
  }

  /** When the stream was last read to its end, as far as that is known without a look. */
  public Optional<Instant> lastRead(StreamTable table) {
    return tables.lastRead(table);
  }

  /**
   * When a stream was last read to its end, if that was before then, or with another connector or
   * config; as far as that is known without a look.
   */
  public Optional<Instant> outdated(StreamTable table, Instant since) {
    return tables.outdated(table, since);
  }

  /** What is known of the source's streams; reads none. */
  public List<StreamOutlook> outlook(Source source, Cancellation cancellation) {
    return tables.outlook(source, cancellation);
  }

  /** Whether the stream was ever read whole. */
  public boolean everRead(StreamTable table) {
    return tables.everRead(table, Cancellation.none());
  }

  /**
   * At least the first {@code rows} records of a stream that was never read, or all if it has
   * fewer, in a table of their own; the connector is stopped once it has given them. Those that
   * were read within {@code maxAge} are used again.
   */
  public Preview preview(
      Source source, StreamTable table, long rows, FreshnessPolicy policy, SyncOptions options) {
    String preview = previews.preview(source, table.name(), rows, policy, options);
    return new Preview(table.schema(), preview);
  }

  /** A preview that may be as old as {@link FreshnessPolicy#DEFAULT} allows. */
  public Preview preview(Source source, StreamTable table, long rows, SyncOptions options) {
    return preview(source, table, rows, FreshnessPolicy.DEFAULT, options);
  }

  /** What is known of the sources, for people to look at. */
  public CacheAccount account() {
    return account;
  }

  /** Forgets what was read. */
  public Upkeep upkeep() {
    return new Upkeep(ledger, locks);
  }

  /** Changes where incremental reads go on. */
  public StateEditor states() {
    return new StateEditor(ledger, locks);
  }

  /** Takes out what nobody will read any more. */
  public Cleaning cleaning() {
    return new Cleaning(file.location(), ledger, locks);
  }

  /** The syncs into this cache that run now in this JVM. */
  public RunningSyncs running() {
    return syncs.running();
  }

  /** What {@link Freshness} has read and waited for. */
  SourceSync syncs() {
    return syncs;
  }

  /** What {@link Freshness} need not look up. */
  KnownTables tables() {
    return tables;
  }

  /** Looks again at a source whose streams were synced, here or by others. */
  void synced(Source source, Cancellation cancellation) {
    tables.learn(catalogs.reload(source.name(), cancellation));
  }

  /** To be called once by each user; the last one gives the file up. */
  @Override
  public void close() {
    giveBack.run();
  }

  void closeFile() {
    file.close();
  }

  /** A lease under the name that others know it by. */
  private record LeasedSession(Lease lease) implements Session {
    @Override
    public Connection connection() {
      return lease.connection();
    }

    @Override
    public void close() {
      lease.close();
    }
  }

  /** A lease that is written through. */
  private record OwnSession(Lease lease, OwnTables own) implements WritableSession {
    @Override
    public Connection connection() {
      return lease.connection();
    }

    @Override
    public void see(SessionView view) throws SQLException {
      lease.see(view);
    }

    @Override
    public void committed() {
      own.changed();
      lease.committed();
      lease.trim();
    }

    @Override
    public void close() {
      lease.close();
    }
  }
}
