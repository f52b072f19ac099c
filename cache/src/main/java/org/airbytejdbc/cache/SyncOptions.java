package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.connector.RunOptions;

/**
 * How a sync is run and watched.
 *
 * @param fullRefresh reads from the beginning and replaces what is there, whatever the state
 */
public record SyncOptions(RunOptions run, SyncListener listener, boolean fullRefresh) {
  public SyncOptions {
    requireNonNull(run, "run");
    requireNonNull(listener, "listener");
  }
}
