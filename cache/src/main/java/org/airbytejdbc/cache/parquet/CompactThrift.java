package org.airbytejdbc.cache.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The part of Thrift's compact protocol that Parquet's metadata takes. Fields are written in the
 * order of their numbers; whoever begins a struct ends it.
 */
final class CompactThrift {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int lastField;

  byte[] bytes() {
    return bytes.toByteArray();
  }

  CompactThrift i32(int field, int value) {
    header(field, I32);
    varint(zigzag(value));
    return this;
  }

  CompactThrift i64(int field, long value) {
    header(field, I64);
    varint(zigzag(value));
    return this;
  }

  CompactThrift text(int field, String value) {
    header(field, BINARY);
    text(value);
    return this;
  }

  CompactThrift struct(int field, CompactThrift value) {
    header(field, STRUCT);
    return element(value);
  }

  CompactThrift structs(int field, int size) {
    return list(field, STRUCT, size);
  }

  /** One of {@link #structs}. */
  CompactThrift element(CompactThrift value) {
    bytes.writeBytes(value.bytes());
    return end();
  }

  CompactThrift texts(int field, String value) {
    list(field, BINARY, 1);
    text(value);
    return this;
  }

  CompactThrift i32s(int field, int... values) {
    list(field, I32, values.length);
    for (int value : values) {
      varint(zigzag(value));
    }
    return this;
  }

  /** Ends a struct. */
  CompactThrift end() {
    bytes.write(0);
    return this;
  }

  /** Seven bits a byte, the lowest first; as runs in a page begin, too. */
  static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private CompactThrift list(int field, int type, int size) {
    header(field, LIST);
    if (size < 15) {
      bytes.write(size << 4 | type);
    } else {
      bytes.write(0xF0 | type);
      varint(size);
    }
    return this;
  }

  private void header(int field, int type) {
    bytes.write(field - lastField << 4 | type);
    lastField = field;
  }

  private void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    bytes.writeBytes(utf8);
  }

  private void varint(long value) {
    varint(bytes, value);
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }
}
