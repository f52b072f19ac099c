package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import org.airbytejdbc.driver.result.MemoryRows;

/** Tables in memory that are made when they are first asked for, and stay so. Thread-safe. */
final class FilledOnce {
  /** Makes the tables. */
  interface Filling {
    void fill(Connection engine) throws SQLException;
  }

  private final MemoryRows memory;
  private final Filling filling;
  private boolean filled;

  FilledOnce(MemoryRows memory, Filling filling) {
    this.memory = memory;
    this.filling = filling;
  }

  synchronized void show() throws SQLException {
    if (!filled) {
      try (MemoryRows.Session session = memory.connect()) {
        filling.fill(session.connection());
      }
      filled = true;
    }
  }
}
