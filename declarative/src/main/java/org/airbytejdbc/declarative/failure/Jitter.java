package org.airbytejdbc.declarative.failure;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.airbytejdbc.declarative.manifest.Component;

/** Spreads waits, so that not all come back at once: up to twice the range longer. */
record Jitter(Optional<Double> range) {
  static Jitter read(Component strategy) {
    return new Jitter(strategy.value("jitter_range_in_seconds").flatMap(Seconds::of));
  }

  double spread(double seconds) {
    return seconds
        + range.map(most -> most * 2 * ThreadLocalRandom.current().nextDouble()).orElse(0.0);
  }
}
