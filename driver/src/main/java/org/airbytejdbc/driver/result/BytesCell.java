package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Bytes; as a text the way the engine writes them. */
final class BytesCell extends Cell {
  BytesCell(ResultSet rows, int column) {
    super(rows, column);
  }

  @Override
  byte @Nullable [] getBytes() throws SQLException {
    return rows.getBytes(column);
  }

  @Override
  @Nullable Object getObject() throws SQLException {
    return rows.getBytes(column);
  }

  @Override
  @Nullable String getString() throws SQLException {
    return rows.getString(column);
  }
}
