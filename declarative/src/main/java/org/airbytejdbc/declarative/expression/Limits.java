package org.airbytejdbc.declarative.expression;

/** What one rendering may use at most: manifests are written by strangers. */
final class Limits {
  /** Steps of loops, over all loops of a rendering. */
  static final int STEPS = 100_000;

  /** Characters or items that an operation may make out of little. */
  static final int SIZE = 1_000_000;

  /** Characters of a text that is put together. */
  static final int TEXT = 50_000_000;

  /** Bits of a whole number. */
  static final int BITS = 100_000;

  /** Characters that a regular expression may look at: some patterns take exponential time. */
  static final int REGEX_STEPS = 10_000_000;

  /** How deep expressions and values may lie in each other. */
  static final int DEPTH = 200;

  private Limits() {}

  static int size(long wanted) {
    if (wanted > SIZE) {
      throw ExpressionException.refused("A value would have more than " + SIZE + " parts");
    }
    return (int) wanted;
  }

  static void text(long length) {
    if (length > TEXT) {
      throw ExpressionException.refused("A text would have more than " + TEXT + " characters");
    }
  }
}
