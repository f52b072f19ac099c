package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

import org.airbytejdbc.connector.protocol.ByteSearch;

/** Finds the end of plain strings, and reads them; see {@link PlainJson}. Used by one thread. */
final class PlainString {
  private boolean escaped;

  /** A string of valid UTF-8 whose surrogates come in pairs: any other is no text. */
  int past(byte[] b, int at, int end) {
    escaped = false;
    if (b[at] != '"') {
      return NOT_PLAIN;
    }
    int i = ByteSearch.firstSpecial(b, at + 1, end);
    while (i < end) {
      byte c = b[i];
      if (c == '"') {
        return i + 1;
      }
      escaped |= c == '\\';
      int past = c == '\\' ? pastEscape(b, i, end) : pastCharacter(b, i, end);
      if (past == NOT_PLAIN || past > end) {
        return NOT_PLAIN;
      }
      i = ByteSearch.firstSpecial(b, past, end);
    }
    return NOT_PLAIN;
  }

  /** Whether the string that was found last has escapes in it. */
  boolean isEscaped() {
    return escaped;
  }

  /**
   * Writes the text of a plain string, without its quotes, to the begin of an array that is as
   * long; returns its length.
   */
  static int unescape(byte[] b, int from, int to, byte[] target) {
    int length = 0;
    int i = from;
    while (i < to) {
      int escape = ByteSearch.first(b, i, to, '\\');
      System.arraycopy(b, i, target, length, escape - i);
      length += escape - i;
      i = escape;
      if (i < to) {
        int point = codePoint(b, i);
        length = encode(point, target, length);
        i += written(b, i, point);
      }
    }
    return length;
  }

  /** The character that an escape stands for. */
  static int codePoint(byte[] b, int at) {
    switch (b[at + 1]) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        int unit = unit(b, at + 2);
        return Character.isSurrogate((char) unit)
            ? Character.toCodePoint((char) unit, (char) unit(b, at + 8))
            : unit;
      default:
        return b[at + 1];
    }
  }

  /** Bytes of the escape, or of two, that stand for a character. */
  static int written(byte[] b, int at, int point) {
    return b[at + 1] != 'u' ? 2 : Character.isSupplementaryCodePoint(point) ? 12 : 6;
  }

  /** Writes a character in UTF-8; returns the position past it. */
  static int encode(int point, byte[] target, int at) {
    int i = at;
    if (point < 0x80) {
      target[i++] = (byte) point;
      return i;
    }
    if (point < 0x800) {
      target[i++] = (byte) (0xC0 | point >> 6);
    } else {
      if (point < 0x10000) {
        target[i++] = (byte) (0xE0 | point >> 12);
      } else {
        target[i++] = (byte) (0xF0 | point >> 18);
        target[i++] = (byte) (0x80 | point >> 12 & 0x3F);
      }
      target[i++] = (byte) (0x80 | point >> 6 & 0x3F);
    }
    target[i++] = (byte) (0x80 | point & 0x3F);
    return i;
  }

  private static int pastEscape(byte[] b, int at, int end) {
    if (at + 1 >= end) {
      return NOT_PLAIN;
    }
    return switch (b[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> pastUnit(b, at, end);
      default -> NOT_PLAIN;
    };
  }

  /** Past an escape that begins here, or past two of them that make one character. */
  private static int pastUnit(byte[] b, int at, int end) {
    int unit = end - at < 6 ? NOT_PLAIN : unit(b, at + 2);
    if (unit < 0xD800 || unit > 0xDFFF) {
      return unit == NOT_PLAIN ? NOT_PLAIN : at + 6;
    }
    boolean paired =
        unit < 0xDC00
            && end - at >= 12
            && b[at + 6] == '\\'
            && b[at + 7] == 'u'
            && unit(b, at + 8) >>> 10 == 0xDC00 >>> 10;
    return paired ? at + 12 : NOT_PLAIN;
  }

  /** The number that four hexadecimal digits make. */
  private static int unit(byte[] b, int at) {
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

  /** Past a character of more than one byte that begins here, by the table of RFC 3629. */
  private static int pastCharacter(byte[] b, int at, int end) {
    int first = b[at] & 0xFF;
    int length = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 0 || end - at < length) {
      return NOT_PLAIN;
    }
    int second = b[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return NOT_PLAIN;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((b[i] & 0xC0) != 0x80) {
        return NOT_PLAIN;
      }
    }
    return at + length;
  }
}
