package org.airbytejdbc.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The figures of some runs of the same thing, in seconds. */
record Figures(List<Double> seconds) {
  Figures {
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    seconds = List.copyOf(sorted);
  }

  double median() {
    return seconds.get(seconds.size() / 2);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f–%.3f, n=%d)",
        median(),
        seconds.get(0),
        seconds.get(seconds.size() - 1),
        seconds.size());
  }
}
