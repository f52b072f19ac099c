package org.airbytejdbc.cache;

import java.util.HashMap;
import java.util.Map;

/**
 * The open caches of a JVM: users of one location share one {@link Cache}, which is closed when its
 * last user closes it. Thread-safe.
 */
public final class Caches {
  private static final class Shared {
    private final Cache cache;
    private int users;

    Shared(Cache cache) {
      this.cache = cache;
    }
  }

  private final Map<CacheLocation, Shared> open = new HashMap<>();

  /**
   * The cache at a location; the caller closes it once.
   *
   * @param settings count for the first of its users
   */
  public synchronized Cache open(CacheLocation location, CacheSettings settings) {
    Shared shared =
        open.computeIfAbsent(
            location, where -> new Shared(new Cache(where, settings, () -> giveBack(where))));
    shared.users++;
    return shared.cache;
  }

  private synchronized void giveBack(CacheLocation location) {
    Shared shared = open.get(location);
    if (shared != null && --shared.users == 0) {
      open.remove(location);
      shared.cache.closeFile();
    }
  }
}
