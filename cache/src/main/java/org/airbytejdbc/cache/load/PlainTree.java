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
    return value(b, at, end, DEEPEST);
  }

  private int value(byte[] b, int at, int end, int levels) {
    if (at >= end) {
      return NOT_PLAIN;
    }
    return switch (b[at]) {
      case '{' -> members(b, at, end, '}', levels);
      case '[' -> members(b, at, end, ']', levels);
      case '"' -> string(b, at, end);
      case 't' -> PlainJson.literal(b, at, end, "true");
      case 'f' -> PlainJson.literal(b, at, end, "false");
      case 'n' -> PlainJson.literal(b, at, end, "null");
      default -> PlainNumber.any(b, at, end);
    };
  }

  /** Past an object or array that begins here and has at most so many levels. */
  private int members(byte[] b, int at, int end, char close, int levels) {
    int i = levels > 0 ? space(b, at + 1, end) : end;
    if (i < end && b[i] == close) {
      return i + 1;
    }
    while (i < end) {
      int member = close == '}' ? pastColon(b, i, end) : i;
      int past = member == NOT_PLAIN ? NOT_PLAIN : value(b, member, end, levels - 1);
      i = past == NOT_PLAIN ? end : space(b, past, end);
      if (i < end && b[i] == close) {
        return i + 1;
      }
      i = i < end && b[i] == ',' ? space(b, i + 1, end) : end;
    }
    return NOT_PLAIN;
  }

  /** Past a key that begins here, its colon and space. */
  private int pastColon(byte[] b, int at, int end) {
    int key = string(b, at, end);
    int colon = key == NOT_PLAIN ? end : space(b, key, end);
    return colon < end && b[colon] == ':' ? space(b, colon + 1, end) : NOT_PLAIN;
  }

  private int string(byte[] b, int at, int end) {
    int past = string.past(b, at, end);
    asKept &= !string.isEscaped();
    return past;
  }

  private int space(byte[] b, int at, int end) {
    int past = PlainJson.skipSpace(b, at, end);
    asKept &= past == at;
    return past;
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
        i = writeString(b, i, string.past(b, i, to));
      } else {
        if (c != ' ' && c != '\t') {
          target[length++] = c;
        }
        i++;
      }
    }
    return length;
  }

  private int writeString(byte[] b, int from, int past) {
    int i = from;
    while (i < past) {
      if (b[i] == '\\') {
        int point = PlainString.codePoint(b, i);
        i += PlainString.written(b, i, point);
        writeCharacter(point);
      } else {
        target[length++] = b[i++];
      }
    }
    return i;
  }

  private void writeCharacter(int point) {
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
