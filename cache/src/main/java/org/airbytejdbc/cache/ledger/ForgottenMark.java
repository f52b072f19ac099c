package org.airbytejdbc.cache.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;

/**
 * A file among the locks that grows by a byte each time that rows were forgotten, so that every
 * process notices without opening the cache.
 */
record ForgottenMark(Path file) {
  /** None for a cache that no other process can reach. */
  static Optional<ForgottenMark> of(CacheLocation location) {
    return LockFolder.of(location)
        .map(folder -> new ForgottenMark(folder.path().resolve("forgotten")));
  }

  /** How often. */
  long count() {
    return file.toFile().length();
  }

  void put() {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new CacheException(
          CacheException.Kind.UNAVAILABLE, file + " cannot be written", "Check its permissions", e);
    }
  }
}
