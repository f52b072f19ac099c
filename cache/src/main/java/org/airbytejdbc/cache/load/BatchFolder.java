package org.airbytejdbc.cache.load;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.duckdb.ScratchFolder;

/**
 * The private folder that holds a sync's batch files. Thread-safe. Closed by the sync, which
 * removes it with all that is in it.
 */
public final class BatchFolder implements AutoCloseable {
  private final ScratchFolder folder;
  private final AtomicLong files = new AtomicLong();

  private BatchFolder(ScratchFolder folder) {
    this.folder = folder;
  }

  /**
   * A new folder near the cache.
   *
   * @throws CacheException UNAVAILABLE or OUT_OF_SPACE
   */
  public static BatchFolder open(CacheLocation location) {
    return new BatchFolder(ScratchFolder.open(location));
  }

  /** The path of a file that does not exist yet. */
  Path newFile() {
    return folder.path().resolve(Long.toString(files.incrementAndGet()));
  }

  @Override
  public void close() {
    folder.close();
  }
}
