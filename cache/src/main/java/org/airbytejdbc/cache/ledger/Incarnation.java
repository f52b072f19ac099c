package org.airbytejdbc.cache.ledger;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.airbytejdbc.cache.CacheLocation;

/**
 * Which file a cache's path leads to: as the file is held only while it is used, it may be removed
 * or replaced in between, and what is remembered of it is void then.
 */
final class Incarnation {
  /** A key alone does not do, as the file system may give it to the next file. */
  private record Identity(int beginnings, Optional<Object> fileKey, long forgotten) {}

  private final CacheLocation location;
  private final Optional<ForgottenMark> mark;
  private final AtomicInteger beginnings = new AtomicInteger();

  Incarnation(CacheLocation location) {
    this.location = requireNonNull(location, "location");
    this.mark = ForgottenMark.of(location);
  }

  /** Takes note that the database was found empty. */
  void begun() {
    beginnings.incrementAndGet();
  }

  /** Takes note that rows were forgotten. */
  void forgotten() {
    mark.ifPresentOrElse(ForgottenMark::put, beginnings::incrementAndGet);
  }

  /** Equal as long as the file is the same one; none while there is no file. */
  Optional<Object> current() {
    if (location instanceof CacheLocation.DuckDbFile file) {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(file.path(), BasicFileAttributes.class);
        return Optional.of(
            new Identity(beginnings.get(), Optional.ofNullable(attributes.fileKey()), marks()));
      } catch (IOException none) {
        return Optional.empty();
      }
    }
    return Optional.of(new Identity(beginnings.get(), Optional.empty(), 0));
  }

  private long marks() {
    return mark.map(ForgottenMark::count).orElse(0L);
  }
}
