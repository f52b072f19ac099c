package org.airbytejdbc.driver.value;

import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;

/** Positions in long values, which callers count from 1. */
final class Positions {
  private Positions() {}

  /** The index of a position, which may be the one behind the end. */
  static int from(long position, int size) throws SQLException {
    if (position < 1 || position > size + 1L) {
      throw SqlErrors.argument("There is no position " + position + ", only 1 to " + (size + 1L));
    }
    return (int) (position - 1);
  }

  /** The index behind so many from there, or the end. */
  static int to(int from, long length, int size) throws SQLException {
    if (length < 0) {
      throw SqlErrors.argument("The length must not be negative");
    }
    return (int) Math.min(size, from + length);
  }
}
