package org.airbytejdbc.driver.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** A table of the schema {@code airbyte}, made anew for each statement that names it. Stateless. */
public interface SystemTable {
  /** In lower case. */
  String name();

  /** What a row is, in a sentence. */
  String description();

  List<Column> columns();

  /**
   * Puts it into the engine's current schema, as it is now. Fails with the exceptions of the cache.
   */
  void store(Connection engine, SystemContext context) throws SQLException;

  /** Puts it there without rows, which asks nobody. */
  default void storeEmpty(Connection engine) throws SQLException {
    new MemoryTable(columns(), List.of()).store(engine, name());
  }
}
