package org.airbytejdbc.cache.duckdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The file {@code <cache file>.wanted}, by which a process asks the one that holds the cache to
 * give it up. Touched as long as somebody waits, so that the request of a dead process grows stale.
 */
final class HandoverRequest {
  private static final Duration FRESH = Duration.ofMillis(250);

  private final Path file;

  HandoverRequest(Path cacheFile) {
    this.file = cacheFile.resolveSibling(cacheFile.getFileName() + ".wanted");
  }

  /** Asks, or says again that somebody still waits. */
  void ask() throws IOException {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (NoSuchFileException e) {
      try {
        PrivateFiles.createFile(file);
      } catch (FileAlreadyExistsException other) {
        // Another process that waits was quicker.
      }
    }
  }

  /** Takes the request back; who still waits asks again at its next try. */
  void withdraw() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Whether somebody waits now. Asked twice a statement, so without an exception where no file is.
   */
  boolean isPending() {
    long asked = file.toFile().lastModified();
    return asked > 0 && asked > System.currentTimeMillis() - FRESH.toMillis();
  }
}
