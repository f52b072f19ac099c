package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What has no type of its own in JDBC, or is nested: as the engine gives it. */
final class ObjectCell extends Cell {
  ObjectCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    return rows.getObject(column);
  }

  @Override
  @Nullable String getString() throws SQLException {
    return rows.getString(column);
  }
}
