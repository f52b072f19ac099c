package org.airbytejdbc.declarative.json;

import java.nio.charset.StandardCharsets;

/**
 * Copies JSON values in the form in which records are written: without white space, each text and
 * number in its one way. What is no JSON is in doubt, and so is the rare thing that is not worth a
 * rule here: the general reader says what it is. For one thread.
 */
final class CanonicalJson {
  static final int IN_DOUBT = -1;

  private static final int DEPTH = 100;
  private static final int MOST_KEYS = 256;
  private static final int LONGEST_WHOLE = 1_000;

  /** The numbers in whose writing Java and Python agree. */
  private static final int PLAIN_DIGITS = 15;

  private static final int PLAIN_WHOLE_DIGITS = 7;

  private final byte[] in;
  private final int end;
  private final JsonOutput out;
  private final long[] keys = new long[MOST_KEYS];
  private int keyCount;
  private int members;

  CanonicalJson(byte[] in, JsonOutput out) {
    this.in = in;
    this.end = in.length;
    this.out = out;
  }

  /** Past white space. */
  int space(int at) {
    int i = at;
    while (i < end && (in[i] == ' ' || in[i] == '\n' || in[i] == '\r' || in[i] == '\t')) {
      i++;
    }
    return i;
  }

  /** The byte there, or a space at the end. */
  byte at(int position) {
    return position < end ? in[position] : (byte) ' ';
  }

  /** Copies an object without its members that are null; returns where it ends. */
  int record(int at) {
    return object(at, 0);
  }

  /** How many members the last object had, those left out too. */
  int members() {
    return members;
  }

  /** Copies a value; returns where it ends. */
  int value(int at, int depth) {
    if (depth > DEPTH) {
      return IN_DOUBT;
    }
    return switch (at(at)) {
      case '{' -> object(at, depth);
      case '[' -> array(at, depth);
      case '"' -> string(at);
      case 't' -> literal(at, "true");
      case 'f' -> literal(at, "false");
      case 'n' -> literal(at, "null");
      default -> number(at);
    };
  }

  private int object(int from, int depth) {
    int firstKey = keyCount;
    int count = 0;
    boolean any = false;
    out.put('{');
    int at = space(from + 1);
    if (at(at) == '}') {
      members = 0;
      out.put('}');
      return at + 1;
    }
    while (at(at) == '"') {
      int before = out.size();
      if (any) {
        out.put(',');
      }
      int key = out.size();
      at = string(at);
      if (at == IN_DOUBT || !isNew(firstKey, out.hash(key))) {
        return IN_DOUBT;
      }
      at = space(at);
      if (at(at) != ':') {
        return IN_DOUBT;
      }
      out.put(':');
      at = space(at + 1);
      boolean leftOut = depth == 0 && at(at) == 'n';
      at = value(at, depth + 1);
      if (at == IN_DOUBT) {
        return IN_DOUBT;
      }
      if (leftOut) {
        out.cut(before);
      }
      any |= !leftOut;
      count++;
      at = space(at);
      if (at(at) == '}') {
        keyCount = firstKey;
        members = count;
        out.put('}');
        return at + 1;
      }
      if (at(at) != ',') {
        return IN_DOUBT;
      }
      at = space(at + 1);
    }
    return IN_DOUBT;
  }

  /** Of two members with one name the last one counts, which a copy would not show. */
  private boolean isNew(int firstKey, long hash) {
    if (keyCount == MOST_KEYS) {
      return false;
    }
    for (int i = firstKey; i < keyCount; i++) {
      if (keys[i] == hash) {
        return false;
      }
    }
    keys[keyCount++] = hash;
    return true;
  }

  private int array(int from, int depth) {
    out.put('[');
    int at = space(from + 1);
    if (at(at) == ']') {
      out.put(']');
      return at + 1;
    }
    while (true) {
      at = value(at, depth + 1);
      if (at == IN_DOUBT) {
        return IN_DOUBT;
      }
      at = space(at);
      if (at(at) == ']') {
        out.put(']');
        return at + 1;
      }
      if (at(at) != ',') {
        return IN_DOUBT;
      }
      out.put(',');
      at = space(at + 1);
    }
  }

  private int string(int at) {
    int from = at;
    int i = at + 1;
    while (i < end) {
      byte c = in[i];
      if (c == '"') {
        out.copy(in, from, i + 1);
        return i + 1;
      }
      if (c == '\\') {
        out.copy(in, from, i);
        i = JsonEscape.copy(in, i, end, out);
        from = i;
      } else if (c >= ' ') {
        i++;
      } else {
        i = c < 0 ? Utf8.end(in, i, end) : IN_DOUBT;
      }
      if (i == IN_DOUBT) {
        return IN_DOUBT;
      }
    }
    return IN_DOUBT;
  }

  private int literal(int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at(at + i) != text.charAt(i)) {
        return IN_DOUBT;
      }
    }
    out.copy(in, at, at + text.length());
    return at + text.length();
  }

  private int number(int from) {
    boolean negative = at(from) == '-';
    int whole = negative ? from + 1 : from;
    int at = digits(whole);
    boolean zero = at(whole) == '0';
    if (at == whole || zero && at - whole > 1 || at - whole > LONGEST_WHOLE) {
      return IN_DOUBT;
    }
    if (at(at) != '.' && at(at) != 'e' && at(at) != 'E') {
      if (negative && zero) {
        return IN_DOUBT;
      }
      out.copy(in, from, at);
      return at;
    }
    int dot = at;
    if (at(at) == '.') {
      at = digits(dot + 1);
      if (at == dot + 1) {
        return IN_DOUBT;
      }
      if (at(at) != 'e' && at(at) != 'E' && isPlain(whole, dot, at)) {
        out.copy(in, from, at);
        return at;
      }
    }
    return decimal(from, at);
  }

  /** Whether a decimal is written as it would be from its double. */
  private boolean isPlain(int whole, int dot, int to) {
    boolean shortest = in[to - 1] != '0' || to == dot + 2;
    boolean large = in[whole] != '0' || in[dot + 1] != '0' || to == dot + 2;
    return shortest && large && to - whole <= PLAIN_DIGITS && dot - whole <= PLAIN_WHOLE_DIGITS;
  }

  private int decimal(int from, int afterDigits) {
    int at = afterDigits;
    if (at(at) == 'e' || at(at) == 'E') {
      int exponent = at(at + 1) == '+' || at(at + 1) == '-' ? at + 2 : at + 1;
      at = digits(exponent);
      if (at == exponent) {
        return IN_DOUBT;
      }
    }
    double number = Double.parseDouble(new String(in, from, at - from, StandardCharsets.US_ASCII));
    if (Double.isInfinite(number)) {
      return IN_DOUBT;
    }
    byte[] text = Double.toString(number).getBytes(StandardCharsets.US_ASCII);
    out.copy(text, 0, text.length);
    return at;
  }

  private int digits(int from) {
    int i = from;
    while (i < end && in[i] >= '0' && in[i] <= '9') {
      i++;
    }
    return i;
  }
}
