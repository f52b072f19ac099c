package org.airbytejdbc.driver.system;

import org.jspecify.annotations.Nullable;

/** How quickly something goes. */
final class Rates {
  private Rates() {}

  /** Null where no time has passed. */
  static @Nullable Double perSecond(long count, double seconds) {
    return seconds > 0 ? Math.round(count / seconds * 10) / 10.0 : null;
  }
}
