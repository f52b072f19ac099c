package org.airbytejdbc.declarative.cursor;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;

/** Lets slices begin and end with whole days, weeks or months only; what is left over waits. */
sealed interface Clamping {
  record Day() implements Clamping {}

  record Week(DayOfWeek first) implements Clamping {}

  record Month() implements Clamping {}

  /** What a cursor says of it, if anything. */
  static Optional<Clamping> read(Component cursor, Scope scope) {
    return cursor.component("clamping").map(clamping -> named(clamping, scope));
  }

  private static Clamping named(Component clamping, Scope scope) {
    String target = clamping.requiredExpression("target").text(scope);
    return switch (target) {
      case "DAY" -> new Day();
      case "WEEK" -> new Week(weekday(clamping));
      case "MONTH" -> new Month();
      default -> throw clamping.problem("there is no target \"" + target + "\"");
    };
  }

  private static DayOfWeek weekday(Component clamping) {
    Object day = clamping.map("target_details").get("weekday");
    try {
      return DayOfWeek.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw clamping.problem("for weeks, target_details says the weekday that they begin with");
    }
  }

  /** The last beginning up to that time. */
  default OffsetDateTime floor(OffsetDateTime time) {
    OffsetDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    if (this instanceof Week week) {
      return day.with(TemporalAdjusters.previousOrSame(week.first));
    }
    return this instanceof Month ? day.withDayOfMonth(1) : day;
  }

  /** The first beginning from that time on. */
  default OffsetDateTime ceiling(OffsetDateTime time) {
    OffsetDateTime floor = floor(time);
    if (floor.isEqual(time)) {
      return floor;
    }
    if (this instanceof Month) {
      return floor.plusMonths(1);
    }
    return this instanceof Week ? floor.plusWeeks(1) : floor.plusDays(1);
  }
}
