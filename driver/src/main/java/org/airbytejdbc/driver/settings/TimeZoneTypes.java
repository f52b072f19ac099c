package org.airbytejdbc.driver.settings;

/** How callers are told of the types that have a time zone; their values are the same. */
public enum TimeZoneTypes {
  /** As the types that JDBC has for them since 4.2. */
  STANDARD,
  /** As TIMESTAMP and TIME, for clients that know no others. */
  PLAIN
}
