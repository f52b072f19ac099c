package org.airbytejdbc.cache.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.airbytejdbc.connector.protocol.ByteSearch;

/**
 * Finds a field's number from its key in a line, comparing bytes, so that nothing is allocated for
 * a record. Remembers which key came after which: where records have their keys in one order, as
 * nearly all have, a key is compared with just one name.
 */
final class FieldIndex {
  static final int UNKNOWN = -1;

  private static final byte[] NEVER = {};

  private byte[][] names;
  private byte[][] quoted;
  private long[] masks;
  private int[] slots;
  private int[] following;

  FieldIndex(List<String> names) {
    this.names =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.quoted = Arrays.stream(this.names).map(FieldIndex::quoted).toArray(byte[][]::new);
    this.masks = Arrays.stream(this.names).mapToLong(FieldIndex::mask).toArray();
    this.following = IntStream.rangeClosed(0, names.size()).toArray();
    this.slots = slots();
  }

  int size() {
    return names.length;
  }

  String name(int field) {
    return new String(names[field], StandardCharsets.UTF_8);
  }

  /**
   * The field whose key most likely comes next, if that key begins here; else {@link #UNKNOWN}.
   *
   * @param previous the field that came before it in the record, or {@link #UNKNOWN}
   * @param from just past the key's opening quote
   */
  int expected(byte[] bytes, int from, int to, int previous) {
    int guess = following[previous + 1];
    if (guess >= names.length) {
      return UNKNOWN;
    }
    byte[] key = quoted[guess];
    // Eight bytes at a time, those past the key's end masked.
    if (key.length == 0 || to - from < key.length) {
      return UNKNOWN;
    }
    int words = key.length - Long.BYTES;
    for (int i = 0; i < words; i += Long.BYTES) {
      if (ByteSearch.word(key, i) != ByteSearch.word(bytes, from + i)) {
        return UNKNOWN;
      }
    }
    long rest = ByteSearch.word(key, words) ^ ByteSearch.word(bytes, from + words);
    return (rest & masks[guess]) == 0 ? guess : UNKNOWN;
  }

  /** Where the key of a field that was expected ends: at its closing quote. */
  int keyEnd(int from, int field) {
    return from + names[field].length;
  }

  /** The field whose name these bytes are, or {@link #UNKNOWN}; expects it there from now on. */
  int find(byte[] bytes, int from, int to, int previous) {
    int slot = hash(bytes, from, to) & slots.length - 1;
    while (slots[slot] != 0) {
      int field = slots[slot] - 1;
      if (Arrays.equals(names[field], 0, names[field].length, bytes, from, to)) {
        following[previous + 1] = field;
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
    quoted = Arrays.copyOf(quoted, field + 1);
    quoted[field] = quoted(names[field]);
    masks = Arrays.copyOf(masks, field + 1);
    masks[field] = mask(names[field]);
    following = Arrays.copyOf(following, field + 2);
    following[field + 1] = field + 1;
    slots = slots();
    return field;
  }

  /** The name as a key ends with it, padded to whole words; none if a key writes it escaped. */
  private static byte[] quoted(byte[] name) {
    for (byte c : name) {
      if (c == '\\' || c == '"') {
        return NEVER;
      }
    }
    byte[] quoted = Arrays.copyOf(name, (name.length + Long.BYTES) & -Long.BYTES);
    quoted[name.length] = '"';
    return quoted;
  }

  /** The bits that count in the last word of a quoted name. */
  private static long mask(byte[] name) {
    return -1L >>> (Long.BYTES - 1 - name.length % Long.BYTES) * Byte.SIZE;
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
