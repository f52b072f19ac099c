package org.airbytejdbc.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
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
        "%s (%s–%s, n=%d)",
        rounded(median()),
        rounded(seconds.get(0)),
        rounded(seconds.get(seconds.size() - 1)),
        seconds.size());
  }

  private static String rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).toPlainString();
  }
}
