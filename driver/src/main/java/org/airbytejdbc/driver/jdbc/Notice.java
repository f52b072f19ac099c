package org.airbytejdbc.driver.jdbc;

import java.sql.SQLWarning;

/** What callers are told besides the answer. */
enum Notice {
  /** Something is done otherwise than asked for. */
  DOWNGRADED("01S02"),
  /** The rows are some that a stream has, read only for this answer. */
  PREVIEW("01P01"),
  /** The rows were not made fresh. */
  OLD_DATA("01P02"),
  /** What there is may not be what is meant: the connector cannot tell, or lacks what is asked. */
  IN_DOUBT("01P03");

  private final String state;

  Notice(String state) {
    this.state = state;
  }

  SQLWarning warning(String message) {
    return new SQLWarning(message, state);
  }
}
