package org.airbytejdbc.declarative.json;

import java.nio.charset.StandardCharsets;

/** An escape in a JSON text, copied as records are written: only where it must be one. */
final class JsonEscape {
  private static final int UNIT = 6;

  private JsonEscape() {}

  /** Copies the escape at a backslash; returns where it ends, or that it is in doubt. */
  static int copy(byte[] in, int at, int end, JsonOutput out) {
    if (at + 1 >= end) {
      return CanonicalJson.IN_DOUBT;
    }
    switch (in[at + 1]) {
      case '"', '\\', 'b', 'f', 'n', 'r', 't' -> {
        out.copy(in, at, at + 2);
        return at + 2;
      }
      case '/' -> {
        out.put('/');
        return at + 2;
      }
      case 'u' -> {
        return unicode(in, at, end, out);
      }
      default -> {
        return CanonicalJson.IN_DOUBT;
      }
    }
  }

  private static int unicode(byte[] in, int at, int end, JsonOutput out) {
    int unit = unit(in, at, end);
    if (unit < ' ' || unit == '"' || unit == '\\') {
      return CanonicalJson.IN_DOUBT;
    }
    if (!Character.isSurrogate((char) unit)) {
      write(String.valueOf((char) unit), out);
      return at + UNIT;
    }
    int low = unit(in, at + UNIT, end);
    if (low < 0 || !Character.isSurrogatePair((char) unit, (char) low)) {
      return CanonicalJson.IN_DOUBT;
    }
    write(new String(new char[] {(char) unit, (char) low}), out);
    return at + 2 * UNIT;
  }

  private static void write(String text, JsonOutput out) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.copy(bytes, 0, bytes.length);
  }

  /** The UTF-16 unit that is escaped there, or a negative number. */
  private static int unit(byte[] in, int at, int end) {
    if (at + UNIT > end || in[at] != '\\' || in[at + 1] != 'u') {
      return CanonicalJson.IN_DOUBT;
    }
    int unit = 0;
    for (int i = at + 2; i < at + UNIT; i++) {
      int digit = Character.digit(in[i], 16);
      if (digit < 0) {
        return CanonicalJson.IN_DOUBT;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
