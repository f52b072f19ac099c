package org.airbytejdbc.declarative.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * What decides on a manifest: choices that a seed makes, or that are given, so that a manifest can
 * be made simpler. The first of several possibilities, 0, is the simplest.
 */
final class Choices {
  private final IntUnaryOperator below;
  private final List<Integer> made = new ArrayList<>();

  private Choices(IntUnaryOperator below) {
    this.below = below;
  }

  static Choices ofSeed(long seed) {
    return new Choices(new SplittableRandom(seed)::nextInt);
  }

  /** Those choices; after them the simplest. */
  static Choices of(List<Integer> given) {
    var rest = given.iterator();
    return new Choices(bound -> rest.hasNext() ? Math.min(rest.next(), bound - 1) : 0);
  }

  int below(int bound) {
    made.add(below.applyAsInt(bound));
    return made.get(made.size() - 1);
  }

  boolean maybe() {
    return below(2) == 1;
  }

  boolean seldom() {
    return below(4) == 3;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... possible) {
    return possible[below(possible.length)];
  }

  List<Integer> made() {
    return List.copyOf(made);
  }
}
