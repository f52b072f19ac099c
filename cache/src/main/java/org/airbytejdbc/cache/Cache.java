package org.airbytejdbc.cache;

import java.sql.Connection;
import java.util.Set;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
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
    /** The engine's own connection, closed with the session. */
    Connection connection();

    @Override
    void close();
  }

  /** The rows of a preview: a table that is not the stream's. */
  public record Preview(String schema, String table) {}

  /** Where this cache lives. */
  public CacheLocation location() {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * The source's streams as tables: the last known ones, else discovered now.
   *
   * @param rediscover asks the connector again even if they are known
   */
  public SourceCatalog catalog(Source source, boolean rediscover, RunOptions options) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Opens the engine, waiting for other processes as long as {@code lockTimeout} allows. */
  public Session open(Cancellation cancellation) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Makes the tables of streams that were never read, empty, so that a statement can name them. */
  public void ensureTables(Source source, Set<StreamTable> tables, Cancellation cancellation) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Whether the stream was ever read whole. */
  public boolean everRead(StreamTable table) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * At least the first {@code rows} records of a stream that was never read, or all if it has
   * fewer, in a table of their own; the connector is stopped once it has given them.
   */
  public Preview preview(Source source, StreamTable table, long rows, SyncOptions options) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("not yet");
  }
}
