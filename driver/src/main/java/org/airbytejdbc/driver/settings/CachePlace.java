package org.airbytejdbc.driver.settings;

import java.nio.file.Path;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.CacheLocation.InMemory;

/** The {@code cache} property: where streams are kept. */
sealed interface CachePlace {
  /** What a text that names a file starts with. */
  String FILE = "duckdb:";

  /** The place itself; {@code name} tells caches in memory apart. */
  CacheLocation location(String name);

  /** {@code memory}. */
  record Memory() implements CachePlace {
    @Override
    public CacheLocation location(String name) {
      return new InMemory(name);
    }
  }

  /** {@code duckdb:PATH}. */
  record DuckDb(Path path) implements CachePlace {
    @Override
    public CacheLocation location(String name) {
      return new DuckDbFile(path);
    }
  }

  static CachePlace of(String text, Path base) {
    if (text.equals("memory")) {
      return new Memory();
    }
    if (text.startsWith(FILE) && text.length() > FILE.length()) {
      return new DuckDb(LocalPath.of(text.substring(FILE.length()), base));
    }
    throw new IllegalArgumentException("not a cache");
  }
}
