package org.airbytejdbc.declarative.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** At most so many calls in any stretch of time, for one or several lengths of it. */
final class MovingWindow implements CallPolicy {
  /** One limit. */
  record Rate(int limit, Duration interval) {}

  private record Call(long time, int calls) {}

  private final List<Rate> rates;
  private final Deque<Call> calls = new ArrayDeque<>();

  MovingWindow(List<Rate> rates) {
    this.rates = List.copyOf(rates);
  }

  @Override
  public synchronized Duration take(int wanted) {
    long now = System.nanoTime();
    forget(now);
    long wait = 0;
    for (Rate rate : rates) {
      wait = Math.max(wait, wait(rate, Math.min(wanted, rate.limit), now));
    }
    if (wait == 0) {
      calls.addLast(new Call(now, wanted));
    }
    return Duration.ofNanos(wait);
  }

  /** An API that has no more calls now is believed. */
  @Override
  public synchronized void update(Optional<Integer> left, Optional<Instant> reset) {
    if (left.orElse(1) == 0 && reset.isEmpty()) {
      int most = rates.stream().mapToInt(Rate::limit).max().orElse(0);
      calls.addLast(new Call(System.nanoTime(), most));
    }
  }

  /** Until enough calls are older than the interval. */
  private long wait(Rate rate, int wanted, long now) {
    long start = now - rate.interval.toNanos();
    int free = rate.limit;
    for (Iterator<Call> newest = calls.descendingIterator(); newest.hasNext(); ) {
      Call call = newest.next();
      if (call.time - start <= 0) {
        break;
      }
      free -= call.calls;
      if (free < wanted) {
        return call.time - start;
      }
    }
    return 0;
  }

  private void forget(long now) {
    long longest = rates.stream().mapToLong(rate -> rate.interval.toNanos()).max().orElse(0);
    while (!calls.isEmpty() && now - calls.getFirst().time > longest) {
      calls.removeFirst();
    }
  }
}
