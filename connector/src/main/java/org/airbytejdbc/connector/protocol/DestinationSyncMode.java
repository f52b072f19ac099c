package org.airbytejdbc.connector.protocol;

/** What becomes of the rows that are there already. */
public enum DestinationSyncMode {
  APPEND,
  OVERWRITE,
  APPEND_DEDUP
}
