package org.airbytejdbc.cache.load;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Halves of characters that stand alone: JSON's escapes can write them, but they are no text and
 * have no UTF-8.
 */
final class Surrogates {
  private Surrogates() {}

  /** Whether the text is one, with no half alone. */
  static boolean arePaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** With the replacement character for each half alone. */
  static String replaced(String text) {
    return mapped(text, half -> "\uFFFD");
  }

  /** With each half alone as it is escaped in JSON. */
  static String escaped(String text) {
    return mapped(text, half -> String.format(Locale.ROOT, "\\u%04x", half));
  }

  private static String mapped(String text, IntFunction<String> half) {
    StringBuilder mapped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                mapped.append(half.apply(point));
              } else {
                mapped.appendCodePoint(point);
              }
            });
    return mapped.toString();
  }
}
