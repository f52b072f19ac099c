package org.airbytejdbc.cache.sync;

/** Several failures at once: the first is told, the others go with it. */
final class Failures {
  private Failures() {}

  /** Adds a failure that came of dealing with another one. */
  static void suppress(RuntimeException first, RuntimeException later) {
    if (first != later) {
      first.addSuppressed(later);
    }
  }

  /** Throws the cause of another failure. */
  static void rethrow(RuntimeException cause, RuntimeException effect) {
    suppress(cause, effect);
    throw cause;
  }
}
