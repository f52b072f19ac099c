package org.airbytejdbc.cache;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Caches.class);

  private final AtomicBoolean warm = new AtomicBoolean();
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

  /**
   * Loads the engine at its first call, on a thread of its own: it is tens of megabytes, which are
   * unpacked while connectors start. If that fails the first cache to be opened tells.
   */
  public void warmUp() {
    if (!warm.getAndSet(true)) {
      Thread thread = new Thread(Caches::loadEngine, "airbyte-engine");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void loadEngine() {
    try {
      ScratchDuckDb.open().close();
    } catch (SQLException | RuntimeException | LinkageError e) {
      LOG.debug("The engine cannot be loaded", e);
    }
  }

  private synchronized void giveBack(CacheLocation location) {
    Shared shared = open.get(location);
    if (shared != null && --shared.users == 0) {
      open.remove(location);
      shared.cache.closeFile();
    }
  }
}
