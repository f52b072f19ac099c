package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;

/** A connection; starts nothing by itself. Thread-safe. Closing it ends all that it began. */
public final class AirbyteConnection {
  private AirbyteConnection() {}

  /** The connection over this context, which it owns from now on. */
  public static Connection open(ConnectionContext context) {
    throw new UnsupportedOperationException("not yet: " + context.url());
  }
}
