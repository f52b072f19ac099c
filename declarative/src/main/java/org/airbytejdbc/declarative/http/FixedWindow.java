package org.airbytejdbc.declarative.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** So many calls in each period, of which the API says when it ends. */
final class FixedWindow implements CallPolicy {
  /** Until the API has said it, no end is known. */
  private static final Duration UNKNOWN = Duration.ofDays(10);

  private final int limit;
  private final Duration period;
  private final Clock clock;
  private Instant end;
  private int taken;

  FixedWindow(int limit, Duration period, Clock clock) {
    this.limit = limit;
    this.period = period;
    this.clock = clock;
    this.end = clock.instant().plus(UNKNOWN);
  }

  @Override
  public synchronized Duration take(int calls) {
    renew();
    if (taken + Math.min(calls, limit) > limit) {
      return Duration.between(clock.instant(), end).plusMillis(1);
    }
    taken += calls;
    return Duration.ZERO;
  }

  @Override
  public synchronized void update(Optional<Integer> left, Optional<Instant> reset) {
    renew();
    left.ifPresent(calls -> taken = Math.max(taken, limit - calls));
    reset.ifPresent(time -> end = time);
  }

  private void renew() {
    if (clock.instant().isAfter(end)) {
      end = end.plus(period);
      taken = 0;
    }
  }
}
