package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;

/** Writes the rows of a query into a file, as the engine's COPY does. */
public interface Export {
  /**
   * Reads what the query needs, as running it would.
   *
   * @param target what follows {@code TO} in a COPY
   * @return how many rows were written
   */
  long copy(String query, String target) throws SQLException;
}
