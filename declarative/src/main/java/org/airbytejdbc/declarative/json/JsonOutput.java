package org.airbytejdbc.declarative.json;

import java.util.Arrays;

/** Bytes that are being written, and may be taken back. For one thread. */
final class JsonOutput {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private byte[] bytes;
  private int size;

  JsonOutput(int capacity) {
    bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  /** What was written, with room behind it; another one after the next write. */
  byte[] bytes() {
    return bytes;
  }

  void put(int c) {
    ensure(1);
    bytes[size++] = (byte) c;
  }

  void copy(byte[] from, int start, int end) {
    ensure(end - start);
    System.arraycopy(from, start, bytes, size, end - start);
    size += end - start;
  }

  /** Takes back what was written since there were so many bytes. */
  void cut(int to) {
    size = to;
  }

  /** Of what was written since there were so many bytes. */
  long hash(int from) {
    long hash = FNV_OFFSET;
    for (int i = from; i < size; i++) {
      hash = (hash ^ bytes[i]) * FNV_PRIME;
    }
    return hash;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
