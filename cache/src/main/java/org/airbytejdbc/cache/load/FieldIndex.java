package org.airbytejdbc.cache.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a field's number from its key in a line, comparing bytes, so that nothing is allocated for
 * a record. Remembers which key came after which: where records have their keys in one order, as
 * nearly all have, a key is compared with just one name.
 */
final class FieldIndex {
  static final int UNKNOWN = -1;

  private byte[][] names;
  private int[] slots;
  private int[] following;

  FieldIndex(List<String> names) {
    this.names =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.following = IntStream.rangeClosed(1, names.size() + 1).toArray();
    this.slots = slots();
  }

  int size() {
    return names.length;
  }

  String name(int field) {
    return new String(names[field], StandardCharsets.UTF_8);
  }

  /**
   * The number of the field named by a range of bytes.
   *
   * @param previous the field that came before it in the record, or {@link #UNKNOWN}
   */
  int find(byte[] bytes, int from, int to, int previous) {
    int guess = following[previous + 1] - 1;
    if (guess < names.length
        && Arrays.equals(names[guess], 0, names[guess].length, bytes, from, to)) {
      return guess;
    }
    int slot = hash(bytes, from, to) & slots.length - 1;
    while (slots[slot] != 0) {
      int field = slots[slot] - 1;
      if (Arrays.equals(names[field], 0, names[field].length, bytes, from, to)) {
        following[previous + 1] = field + 1;
        return field;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return UNKNOWN;
  }

  /** Adds a name that was not found; returns its number. */
  int add(byte[] bytes, int from, int to) {
    int field = names.length;
    names = Arrays.copyOf(names, field + 1);
    names[field] = Arrays.copyOfRange(bytes, from, to);
    following = Arrays.copyOf(following, field + 2);
    following[field + 1] = field + 2;
    slots = slots();
    return field;
  }

  private int[] slots() {
    int[] table = new int[Integer.highestOneBit(Math.max(names.length, 4)) * 4];
    for (int field = 0; field < names.length; field++) {
      int slot = hash(names[field], 0, names[field].length) & table.length - 1;
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = field + 1;
    }
    return table;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash ^ hash >>> 15;
  }
}
