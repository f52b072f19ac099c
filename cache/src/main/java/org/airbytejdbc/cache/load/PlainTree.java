package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

/**
 * Finds the end of a plain value of any type, and writes it in the one way in which JSON is kept:
 * without space, with as few escapes as may be. Used by one thread.
 */
final class PlainTree {
  /** The engine's functions for JSON take up to 128 levels. */
  private static final int DEEPEST = 100;

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final PlainString string;
  private boolean asKept;
  private byte[] target = new byte[0];
  private int length;

  PlainTree(PlainString string) {
    this.string = string;
  }

  /** As {@link PlainJson}'s methods do. */
  int past(byte[] b, int at, int end) {
    asKept = true;
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
        case ',', ':' -> {
          i++;
          continue;
        }
        case ' ', '\t' -> {
          asKept = false;
          i++;
          continue;
        }
        case '"' -> {
          i = string.past(b, i, end);
          asKept &= !string.isEscaped();
        }
        case 't' -> i = PlainJson.literal(b, i, end, "true");
        case 'f' -> i = PlainJson.literal(b, i, end, "false");
        case 'n' -> i = PlainJson.literal(b, i, end, "null");
        default -> i = PlainNumber.any(b, i, end);
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

  /** Whether the value that was found last is written already as it is kept. */
  boolean isAsKept() {
    return asKept;
  }

  /** Writes a plain value as it is kept, to the begin of an array; returns its length. */
  int write(byte[] b, int from, int to, byte[] into) {
    target = into;
    length = 0;
    int i = from;
    while (i < to) {
      byte c = b[i];
      if (c == '"') {
        i = string(b, i, string.past(b, i, to));
      } else {
        if (c != ' ' && c != '\t') {
          target[length++] = c;
        }
        i++;
      }
    }
    return length;
  }

  private int string(byte[] b, int from, int past) {
    int i = from;
    while (i < past) {
      if (b[i] == '\\') {
        int point = PlainString.codePoint(b, i);
        i += PlainString.written(b, i, point);
        character(point);
      } else {
        target[length++] = b[i++];
      }
    }
    return i;
  }

  private void character(int point) {
    int letter = "\"\\\b\f\n\r\t".indexOf(point);
    if (letter >= 0) {
      target[length++] = '\\';
      target[length++] = (byte) "\"\\bfnrt".charAt(letter);
    } else if (point < ' ') {
      for (char c : new char[] {'\\', 'u', '0', '0', HEX[point >> 4], HEX[point & 15]}) {
        target[length++] = (byte) c;
      }
    } else {
      length = PlainString.encode(point, target, length);
    }
  }
}
