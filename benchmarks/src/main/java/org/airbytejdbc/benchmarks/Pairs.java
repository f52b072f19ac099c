package org.airbytejdbc.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs two things in turn, so that a machine whose speed drifts is fair to both; each goes first
 * every other time, so that what one leaves behind in the machine's caches is fair too.
 */
final class Pairs {
  /** Something to time. */
  interface Timed {
    void run() throws Exception;
  }

  final List<Double> ours = new ArrayList<>();
  final List<Double> theirs = new ArrayList<>();

  static Pairs of(int runs, int warmUps, Timed ours, Timed theirs) throws Exception {
    Pairs pairs = new Pairs();
    for (int i = -warmUps; i < runs; i++) {
      boolean oursFirst = i % 2 == 0;
      double first = seconds(oursFirst ? ours : theirs);
      double second = seconds(oursFirst ? theirs : ours);
      if (i >= 0) {
        pairs.ours.add(oursFirst ? first : second);
        pairs.theirs.add(oursFirst ? second : first);
      }
    }
    return pairs;
  }

  static double seconds(Timed timed) throws Exception {
    long start = System.nanoTime();
    timed.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
