package org.airbytejdbc.driver.result;

import java.sql.Date;
import java.time.LocalDate;

/**
 * The first moments of days that were met before: a column has few different ones, and finding
 * where a day begins in the JVM's zone takes longer than reading the rest of a cell. For one
 * thread.
 */
final class RecentDays {
  private static final int SLOTS = 2048;

  private final long[] days = new long[SLOTS];
  private final long[] millis = new long[SLOTS];

  RecentDays() {
    // Slot 0 would pass for the first day of the epoch.
    days[0] = Long.MIN_VALUE;
  }

  /** The same as {@link Date#valueOf(LocalDate)}. */
  Date date(LocalDate day) {
    long number = day.toEpochDay();
    int slot = (int) number & (SLOTS - 1);
    if (days[slot] != number) {
      millis[slot] = Date.valueOf(day).getTime();
      days[slot] = number;
    }
    return new Date(millis[slot]);
  }
}
