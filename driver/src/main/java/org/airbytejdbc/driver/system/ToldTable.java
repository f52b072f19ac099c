package org.airbytejdbc.driver.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/** A system table whose rows are told one by one. */
interface ToldTable extends SystemTable {
  /** In the order of the columns; as a {@link MemoryTable} takes them. */
  List<List<@Nullable Object>> rows(SystemContext context) throws SQLException;

  @Override
  default void store(Connection engine, SystemContext context) throws SQLException {
    new MemoryTable(columns(), rows(context)).store(engine, name());
  }
}
