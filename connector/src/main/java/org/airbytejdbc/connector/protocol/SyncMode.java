package org.airbytejdbc.connector.protocol;

/** How a source reads a stream. */
public enum SyncMode {
  FULL_REFRESH,
  INCREMENTAL
}
