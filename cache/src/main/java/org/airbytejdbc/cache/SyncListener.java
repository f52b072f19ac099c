package org.airbytejdbc.cache;

import java.util.List;

/**
 * Hears how a sync goes. Called a few times a second on the syncing thread, from several threads
 * where several sources are read; must be quick and must not throw.
 */
public interface SyncListener {
  SyncListener SILENT = new SyncListener() {};

  default void started(String source, List<String> tables) {}

  default void progress(SyncProgress progress) {}

  default void finished(SyncReport report) {}
}
