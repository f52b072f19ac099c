package org.airbytejdbc.driver.jdbc;

import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.connector.RunOptions;

/**
 * The sources that a connection's statements can name. Thread-safe.
 *
 * <p>Fails with the exceptions of the connector and the cache.
 */
public interface Attachments {
  /** All of them with their catalogs as last known; a source never discovered is discovered now. */
  AttachedSources current(RunOptions options);

  /** All of them, after asking each connector again. */
  AttachedSources rediscover(RunOptions options);
}
