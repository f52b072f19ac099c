package org.airbytejdbc.connector.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes eight at a time, as most of a connector's output is inside of strings. */
public final class ByteSearch {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACES = ' ' * LOW_BITS;
  private static final long QUOTES = '"' * LOW_BITS;
  private static final long BACKSLASHES = '\\' * LOW_BITS;

  /** Makes curly brackets of square ones, from which they differ by one bit. */
  static final long CURLY = LOW_BITS * ('{' ^ '[');

  private ByteSearch() {}

  /** Where {@code wanted} is first met, or {@code to}. */
  public static int first(byte[] bytes, int from, int to, char wanted) {
    return first(bytes, from, to, wanted, wanted);
  }

  /** Where either of two ASCII characters is first met, or {@code to}. */
  public static int first(byte[] bytes, int from, int to, char one, char other) {
    long ones = one * LOW_BITS;
    long others = other * LOW_BITS;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = word(bytes, at);
      long hits = zeroBytes(word ^ ones) | zeroBytes(word ^ others);
      if (hits != 0) {
        return at + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != one && bytes[at] != other) {
      at++;
    }
    return at;
  }

  /**
   * Where a byte is first met that is not a printable character of ASCII, or is a quote or
   * backslash; or {@code to}.
   */
  public static int firstSpecial(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = word(bytes, at);
      long hits = zeroBytes(word ^ QUOTES) | zeroBytes(word ^ BACKSLASHES) | unprintable(word);
      if (hits != 0) {
        return at + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  /**
   * Just past the closing quote of a JSON string, or beyond {@code to} if there is none.
   *
   * @param from just past its opening quote, or anywhere before an escape
   */
  public static int pastString(byte[] bytes, int from, int to) {
    int at = first(bytes, from, to, '"', '\\');
    while (at < to && bytes[at] == '\\') {
      at = first(bytes, at + 2, to, '"', '\\');
    }
    return at < to ? at + 1 : to + 1;
  }

  /** Eight bytes from here on, the first one lowest. */
  public static long word(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /** Whether any byte is a bracket of an object or array, or a backslash. */
  static boolean hasBracketOrBackslash(long word) {
    long brackets = word | CURLY;
    long hits =
        zeroBytes(brackets ^ '{' * LOW_BITS)
            | zeroBytes(brackets ^ '}' * LOW_BITS)
            | zeroBytes(word ^ BACKSLASHES);
    return hits != 0;
  }

  /** Sets the high bit of each byte that is this ASCII character. */
  static long all(long word, char wanted) {
    long zeros = word ^ wanted * LOW_BITS;
    return ~((zeros & ~HIGH_BITS) + ~HIGH_BITS | zeros) & HIGH_BITS;
  }

  /**
   * Sets the high bit of each byte from a first mark up to the second, from a third to the fourth,
   * and so on.
   *
   * @param open whether a mark before these bytes had no second one
   */
  static long oddRuns(long marks, boolean open) {
    long runs = open ? marks ^ 1L << Byte.SIZE - 1 : marks;
    runs ^= runs << Byte.SIZE;
    runs ^= runs << 2 * Byte.SIZE;
    return runs ^ runs << 4 * Byte.SIZE;
  }

  /** Sets the high bit of each zero byte; only bits above the lowest of them can be wrong. */
  private static long zeroBytes(long word) {
    return (word - LOW_BITS) & ~word & HIGH_BITS;
  }

  /** Sets the high bit of each byte below space or beyond ASCII; wrong as zeroBytes can be. */
  private static long unprintable(long word) {
    return (word - SPACES & ~word | word) & HIGH_BITS;
  }
}
