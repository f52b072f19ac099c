package org.airbytejdbc.cache.load;

import org.airbytejdbc.connector.protocol.ByteSearch;

/**
 * Finds the end of a plain value: one that the engine's JSON reader cannot change.
 *
 * <p>Every method gets the position of the value's first byte and the end of the range to look at,
 * and returns the position just past the value, or {@link #NOT_PLAIN}, which also answers whatever
 * is no JSON. None of them allocates.
 */
final class PlainJson {
  static final int NOT_PLAIN = -1;

  /** The engine reads up to 128 levels, those of the message included. */
  private static final int DEEPEST = 100;

  private PlainJson() {}

  static int skipSpace(byte[] b, int at, int end) {
    int i = at;
    while (i < end && (b[i] == ' ' || b[i] == '\t')) {
      i++;
    }
    return i;
  }

  static int literal(byte[] b, int at, int end, String text) {
    int length = text.length();
    if (end - at < length) {
      return NOT_PLAIN;
    }
    for (int i = 0; i < length; i++) {
      if (b[at + i] != text.charAt(i)) {
        return NOT_PLAIN;
      }
    }
    return at + length;
  }

  static int bool(byte[] b, int at, int end) {
    return b[at] == 't' ? literal(b, at, end, "true") : literal(b, at, end, "false");
  }

  /** A string whose surrogates come in pairs: any other is no text. */
  static int string(byte[] b, int at, int end) {
    if (b[at] != '"') {
      return NOT_PLAIN;
    }
    int i = ByteSearch.first(b, at + 1, end, '"', '\\');
    while (i < end) {
      if (b[i] == '"') {
        return i + 1;
      }
      int past = i + 1 < end && b[i + 1] == 'u' ? unicode(b, i, end) : i + 2;
      if (past == NOT_PLAIN || past > end) {
        return NOT_PLAIN;
      }
      i = ByteSearch.first(b, past, end, '"', '\\');
    }
    return NOT_PLAIN;
  }

  /** Past an escape that begins here, or past two of them that make one character. */
  private static int unicode(byte[] b, int at, int end) {
    int unit = hex(b, at + 2, end);
    if (unit < 0xD800 || unit > 0xDFFF) {
      return unit == NOT_PLAIN ? NOT_PLAIN : at + 6;
    }
    boolean paired =
        unit < 0xDC00
            && end - at > 8
            && b[at + 6] == '\\'
            && b[at + 7] == 'u'
            && hex(b, at + 8, end) >>> 10 == 0xDC00 >>> 10;
    return paired ? at + 12 : NOT_PLAIN;
  }

  private static int hex(byte[] b, int at, int end) {
    if (end - at < 4) {
      return NOT_PLAIN;
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0) {
        return NOT_PLAIN;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** A string of padded base64 without escapes. */
  static int base64(byte[] b, int at, int end) {
    if (b[at] != '"') {
      return NOT_PLAIN;
    }
    int i = at + 1;
    while (i < end && isBase64(b[i])) {
      i++;
    }
    int padding = 0;
    while (i < end && b[i] == '=') {
      padding++;
      i++;
    }
    boolean whole = (i - at - 1) % 4 == 0 && padding <= 2;
    return whole && i < end && b[i] == '"' ? i + 1 : NOT_PLAIN;
  }

  private static boolean isBase64(byte c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/';
  }

  /** A value of any type, which the engine writes out again. */
  static int any(byte[] b, int at, int end) {
    int depth = 0;
    int i = at;
    while (i < end) {
      switch (b[i]) {
        case '{', '[' -> {
          depth++;
          i++;
        }
        case '}', ']' -> {
          depth--;
          i++;
        }
        case ' ', '\t', ',', ':' -> {
          i++;
          continue;
        }
        case '"' -> i = string(b, i, end);
        case 't' -> i = literal(b, i, end, "true");
        case 'f' -> i = literal(b, i, end, "false");
        case 'n' -> i = literal(b, i, end, "null");
        default -> i = PlainNumber.asWritten(b, i, end);
      }
      if (i == NOT_PLAIN || depth > DEEPEST || depth < 0) {
        return NOT_PLAIN;
      }
      if (depth == 0) {
        return i;
      }
    }
    return NOT_PLAIN;
  }
}
