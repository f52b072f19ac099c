package org.airbytejdbc.connector.protocol;

/**
 * Finds the end of a JSON object or array by counting brackets outside of strings.
 *
 * <p>Looks at eight bytes at a time without a branch for each: strings and brackets take turns too
 * often for a processor to foresee. Only escapes and the last bytes are looked at one by one.
 */
public final class Brackets {
  private Brackets() {}

  /** Just past the bracket that closes the one at this position, or beyond the end if none does. */
  public static int past(byte[] bytes, int from, int to) {
    int depth = 1;
    boolean inString = false;
    int at = from + 1;
    while (at < to) {
      if (at <= to - Long.BYTES) {
        long word = ByteSearch.word(bytes, at);
        if (!ByteSearch.hasBracketOrBackslash(word)) {
          inString ^= (Long.bitCount(ByteSearch.all(word, '"')) & 1) != 0;
          at += Long.BYTES;
          continue;
        }
        long strings = ByteSearch.oddRuns(ByteSearch.all(word, '"'), inString);
        long brackets = word | ByteSearch.CURLY;
        int closed = Long.bitCount(ByteSearch.all(brackets, '}') & ~strings);
        if (closed < depth && ByteSearch.all(word, '\\') == 0) {
          depth += Long.bitCount(ByteSearch.all(brackets, '{') & ~strings) - closed;
          inString = strings < 0;
          at += Long.BYTES;
          continue;
        }
      }
      byte one = bytes[at++];
      if (inString) {
        at += one == '\\' ? 1 : 0;
        inString = one != '"';
      } else if (one == '"') {
        inString = true;
      } else if (one == '{' || one == '[') {
        depth++;
      } else if ((one == '}' || one == ']') && --depth == 0) {
        return at;
      }
    }
    return to + 1;
  }
}
