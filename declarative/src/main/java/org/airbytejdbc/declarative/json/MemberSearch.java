package org.airbytejdbc.declarative.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds a member in the bytes of an object that is known to be JSON. */
final class MemberSearch {
  private static final int NOT_FOUND = -1;

  private MemberSearch() {}

  /**
   * Where the member's value begins; a negative number where there is none, or a name is written
   * with escapes.
   *
   * @param from where the object begins
   */
  static int find(byte[] json, int from, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    int at = space(json, from + 1);
    while (json[at] == '"') {
      int keyEnd = string(json, at);
      int value = space(json, space(json, keyEnd) + 1);
      if (Arrays.equals(json, at + 1, keyEnd - 1, wanted, 0, wanted.length)) {
        return value;
      }
      at = space(json, end(json, value));
      if (json[at] == ',') {
        at = space(json, at + 1);
      }
    }
    return NOT_FOUND;
  }

  /** Where the value that begins there ends. */
  static int end(byte[] json, int from) {
    int depth = 0;
    int at = from;
    do {
      switch (json[at]) {
        case '"' -> at = string(json, at);
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':', ' ', '\n', '\r', '\t' -> at++;
        default -> at = plain(json, at);
      }
    } while (depth > 0);
    return at;
  }

  private static int string(byte[] json, int from) {
    int at = from + 1;
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** A number or a word ends where it must, as the object does after it. */
  private static int plain(byte[] json, int from) {
    int at = from;
    while (json[at] != ',' && json[at] != '}' && json[at] != ']' && json[at] > ' ') {
      at++;
    }
    return at;
  }

  private static int space(byte[] json, int from) {
    int at = from;
    while (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t') {
      at++;
    }
    return at;
  }
}
