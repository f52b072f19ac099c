package org.airbytejdbc.driver.jdbc;

import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/** The warnings of a connection or a statement. Thread-safe. */
final class Warnings {
  private @Nullable SQLWarning first;

  synchronized void add(Notice notice, String message) {
    SQLWarning warning = notice.warning(message);
    if (first == null) {
      first = warning;
    } else {
      first.setNextWarning(warning);
    }
  }

  /** The one that leads to all others; null if there is none. */
  synchronized @Nullable SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
  }
}
