package org.airbytejdbc.declarative.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes the choices of a scenario as simple as they can be while something still holds of it. */
final class Shrinking {
  private static final int MOST_TRIALS = 120;

  private final Predicate<List<Integer>> holds;
  private int trials;

  Shrinking(Predicate<List<Integer>> holds) {
    this.holds = holds;
  }

  List<Integer> simplest(List<Integer> choices) {
    List<Integer> simplest = choices;
    boolean simpler = true;
    while (simpler) {
      simpler = false;
      for (int i = simplest.size() - 1; i >= 0; i--) {
        for (int value = 0; i < simplest.size() && value < simplest.get(i); value++) {
          List<Integer> changed = new ArrayList<>(simplest);
          changed.set(i, value);
          if (trials++ < MOST_TRIALS && holds.test(changed)) {
            Choices made = Choices.of(changed);
            Scenario.of(made);
            simplest = made.made();
            simpler = true;
          }
        }
      }
    }
    return simplest;
  }
}
