package org.airbytejdbc.declarative.expression;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Upper and lower case of whole texts. */
final class Casing {
  private Casing() {}

  /** A capital after each character that has no case. */
  static String title(String text) {
    var titled = new StringBuilder();
    boolean inWord = false;
    for (int point : text.codePoints().toArray()) {
      titled.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
      inWord = Character.isUpperCase(point) || Character.isLowerCase(point);
    }
    return titled.toString();
  }

  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
  }

  static String swap(String text) {
    var swapped = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(swapped::appendCodePoint);
    return swapped.toString();
  }

  /** Whether no character is of the one case and at least one of the other. */
  static boolean is(String text, IntPredicate none, IntPredicate some) {
    return text.codePoints().noneMatch(none) && text.codePoints().anyMatch(some);
  }
}
