package org.airbytejdbc.declarative.expression;

/** A text in quotes, as Python's {@code repr} writes it. */
final class Quoted {
  private Quoted() {}

  static void append(StringBuilder to, String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    to.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        to.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        to.append(c);
      } else {
        int point = text.codePointAt(i);
        other(to, point);
        i += Character.charCount(point) - 1;
      }
    }
    to.append(quote);
  }

  private static void other(StringBuilder to, int point) {
    switch (point) {
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      default -> {
        if (isPrintable(point)) {
          to.appendCodePoint(point);
        } else if (point < 0x100) {
          to.append("\\x%02x".formatted(point));
        } else {
          to.append((point < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
