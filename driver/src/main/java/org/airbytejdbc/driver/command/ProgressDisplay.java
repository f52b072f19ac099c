package org.airbytejdbc.driver.command;

import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.connector.ConnectorListener;

/** Shows what happens before rows come. Thread-safe; closing it again does nothing. */
interface ProgressDisplay extends SyncListener, ConnectorListener, AutoCloseable {
  /** Takes away what is still moving. */
  @Override
  void close();
}
