package org.airbytejdbc.declarative.retrieve;

import java.util.Optional;
import org.airbytejdbc.declarative.manifest.Component;

/**
 * When a pagination begins anew besides when an error handler says so, and with what.
 *
 * @param splits whether it goes on from the last record's time, in place of the slice's start
 * @param limit after how many records
 */
record PaginationReset(boolean splits, Optional<Long> limit) {
  static final PaginationReset NONE = new PaginationReset(false, Optional.empty());

  static PaginationReset read(Component reset) {
    boolean splits =
        switch (reset.requiredText("action")) {
          case "SPLIT_USING_CURSOR" -> true;
          case "RESET" -> false;
          default -> throw reset.problem("there is no such action");
        };
    return new PaginationReset(
        splits,
        reset
            .component("limits")
            .map(limits -> Long.valueOf(limits.requiredText("number_of_records"))));
  }

  boolean isDue(long records) {
    return limit.map(most -> records >= most).orElse(false);
  }
}
