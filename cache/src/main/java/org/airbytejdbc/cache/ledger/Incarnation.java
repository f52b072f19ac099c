package org.airbytejdbc.cache.ledger;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.airbytejdbc.cache.CacheLocation;

/**
 * Which file a cache's path leads to: as the file is held only while it is used, it may be removed
 * or replaced in between, and what is remembered of it is void then.
 */
final class Incarnation {
  private final CacheLocation location;

  Incarnation(CacheLocation location) {
    this.location = requireNonNull(location, "location");
  }

  /** Equal as long as the file is the same one. */
  Object current() {
    if (location instanceof CacheLocation.DuckDbFile file) {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(file.path(), BasicFileAttributes.class);
        return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
      } catch (IOException none) {
        return "none";
      }
    }
    return "memory";
  }
}
