package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes rows one by one, in memory that does not grow with them. */
interface RowWriter extends AutoCloseable {
  /** Writes the current row. */
  void write(ResultSet rows) throws SQLException, IOException;

  /** Writes what is left, and leaves the stream below open. */
  @Override
  void close() throws IOException;
}
