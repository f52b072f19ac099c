package org.airbytejdbc.cache.load;

/**
 * Finds the end of a plain value: one that its column holds just as it is written, and that takes
 * no parser to read.
 *
 * <p>Every method gets the position of the value's first byte and the end of the range to look at,
 * and returns the position just past the value, or {@link #NOT_PLAIN}, which also answers whatever
 * is no JSON. None of them allocates.
 */
final class PlainJson {
  static final int NOT_PLAIN = -1;

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
}
