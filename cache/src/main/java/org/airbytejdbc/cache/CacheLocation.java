package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Where a cache keeps its streams. */
public sealed interface CacheLocation {
  /** A DuckDB file, made with its folder when first written. */
  record DuckDbFile(Path path) implements CacheLocation {
    public DuckDbFile {
      path = requireNonNull(path, "path").toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
      return "duckdb:" + path;
    }
  }

  /** Gone when its last user closes it; {@code name} tells two such caches of one JVM apart. */
  record InMemory(String name) implements CacheLocation {
    public InMemory {
      requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return "memory";
    }
  }
}
