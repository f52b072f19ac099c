package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.Nullable;

/** White space and other characters off the ends of a text. */
final class Trimming {
  private Trimming() {}

  /**
   * @param characters what to take off; null for white space
   */
  static String strip(String text, @Nullable String characters, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && goes(text.codePointAt(start), characters)) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && end > start && goes(text.codePointBefore(end), characters)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean goes(int point, @Nullable String characters) {
    return characters == null ? isSpace(point) : characters.indexOf(point) >= 0;
  }

  static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }
}
