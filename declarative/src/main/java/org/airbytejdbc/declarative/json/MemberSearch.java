package org.airbytejdbc.declarative.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.airbytejdbc.connector.protocol.Brackets;
import org.airbytejdbc.connector.protocol.ByteSearch;

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
    return switch (json[from]) {
      case '"' -> string(json, from);
      case '{', '[' -> Brackets.past(json, from, json.length);
      default -> plain(json, from);
    };
  }

  private static int string(byte[] json, int from) {
    return ByteSearch.pastString(json, from + 1, json.length);
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
