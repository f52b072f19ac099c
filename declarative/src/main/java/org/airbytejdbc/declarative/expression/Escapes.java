package org.airbytejdbc.declarative.expression;

/** Backslashes in the text of a string, as Python reads them. */
final class Escapes {
  private Escapes() {}

  /** What the text between a string's quotes stands for; unknown escapes stand for themselves. */
  static String decode(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '\\' || at + 1 == text.length()) {
        decoded.append(c);
        at++;
      } else {
        at = escape(text, at + 1, decoded);
      }
    }
    return decoded.toString();
  }

  private static int escape(String text, int at, StringBuilder decoded) {
    char c = text.charAt(at);
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> decoded.append(c);
      case 'a' -> decoded.append('\u0007');
      case 'b' -> decoded.append('\b');
      case 'f' -> decoded.append('\f');
      case 'n' -> decoded.append('\n');
      case 'r' -> decoded.append('\r');
      case 't' -> decoded.append('\t');
      case 'v' -> decoded.append('\u000b');
      case 'x' -> {
        return hex(text, at, 2, decoded);
      }
      case 'u' -> {
        return hex(text, at, 4, decoded);
      }
      case 'U' -> {
        return hex(text, at, 8, decoded);
      }
      case 'N' -> {
        return name(text, at, decoded);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(text, at, decoded);
      }
      default -> decoded.append('\\').append(c);
    }
    return at + 1;
  }

  private static int hex(String text, int at, int digits, StringBuilder decoded) {
    int end = at + 1 + digits;
    if (end > text.length() || !text.substring(at + 1, end).matches("[0-9a-fA-F]+")) {
      throw ExpressionException.syntax("A string holds a truncated \\" + text.charAt(at));
    }
    long point = Long.parseLong(text.substring(at + 1, end), 16);
    if (point > Character.MAX_CODE_POINT) {
      throw ExpressionException.syntax("A string holds an illegal character");
    }
    decoded.appendCodePoint((int) point);
    return end;
  }

  private static int octal(String text, int at, StringBuilder decoded) {
    int end = at;
    while (end < text.length() && end < at + 3 && "01234567".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    decoded.append((char) Integer.parseInt(text.substring(at, end), 8));
    return end;
  }

  private static int name(String text, int at, StringBuilder decoded) {
    int end = text.indexOf('}', at);
    try {
      if (text.startsWith("{", at + 1) && end > 0) {
        decoded.appendCodePoint(Character.codePointOf(text.substring(at + 2, end)));
        return end + 1;
      }
    } catch (IllegalArgumentException unknown) {
      // Told below, as for a name that does not end.
    }
    throw ExpressionException.syntax("A string names an unknown character");
  }
}
