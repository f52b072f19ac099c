package org.airbytejdbc.declarative.json;

/** Characters of more than one byte, told strictly. */
final class Utf8 {
  private Utf8() {}

  /** Where the character that begins there ends, or that it is in doubt. */
  static int end(byte[] in, int at, int end) {
    int first = in[at] & 0xff;
    int second = at + 1 < end ? in[at + 1] & 0xff : 0;
    if (first >= 0xc2 && first <= 0xdf) {
      return follow(in, at + 1, 1, end);
    } else if (first >= 0xe0 && first <= 0xef) {
      boolean tooLong = first == 0xe0 && second < 0xa0;
      boolean surrogate = first == 0xed && second > 0x9f;
      return tooLong || surrogate ? CanonicalJson.IN_DOUBT : follow(in, at + 1, 2, end);
    } else if (first >= 0xf0 && first <= 0xf4) {
      boolean tooLong = first == 0xf0 && second < 0x90;
      boolean tooLarge = first == 0xf4 && second > 0x8f;
      return tooLong || tooLarge ? CanonicalJson.IN_DOUBT : follow(in, at + 1, 3, end);
    }
    return CanonicalJson.IN_DOUBT;
  }

  private static int follow(byte[] in, int from, int count, int end) {
    if (from + count > end) {
      return CanonicalJson.IN_DOUBT;
    }
    for (int i = from; i < from + count; i++) {
      if ((in[i] & 0xc0) != 0x80) {
        return CanonicalJson.IN_DOUBT;
      }
    }
    return from + count;
  }
}
