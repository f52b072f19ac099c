package org.airbytejdbc.cache.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Values of one column, row after row, in the bytes that Parquet's plain encoding has for them.
 * Reused for one row group after the other. Used by one thread.
 */
public final class ColumnValues {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_SIZE = 256;

  /** More is not kept for the next row group: a value was huge. */
  private static final int MOST_KEPT = 4 << 20;

  private final ParquetType type;
  private byte[] values = new byte[FIRST_SIZE];
  private int size;
  private int sizeBefore;
  private byte[] present = new byte[FIRST_SIZE];
  private int rows;
  private int nulls;

  public ColumnValues(ParquetType type) {
    this.type = type;
  }

  public ParquetType type() {
    return type;
  }

  public int rows() {
    return rows;
  }

  /** Bytes of all values. */
  public int size() {
    return size;
  }

  public void int32(int value) {
    int at = row(Integer.BYTES);
    INT.set(values, at, value);
  }

  public void int64(long value) {
    int at = row(Long.BYTES);
    LONG.set(values, at, value);
  }

  public void float64(double value) {
    int64(Double.doubleToRawLongBits(value));
  }

  /** Text that lies in UTF-8 between two positions of an array. */
  public void text(byte[] utf8, int from, int to) {
    int length = to - from;
    int at = row(Integer.BYTES + length);
    INT.set(values, at, length);
    System.arraycopy(utf8, from, values, at + Integer.BYTES, length);
  }

  public void nothing() {
    sizeBefore = size;
    reserveRow();
    present[rows >> 3] &= (byte) ~(1 << (rows & 7));
    rows++;
    nulls++;
  }

  /** Takes the last row back; none may have been taken back since it was added. */
  public void takeBack() {
    rows--;
    size = sizeBefore;
    if ((present[rows >> 3] & 1 << (rows & 7)) == 0) {
      nulls--;
    }
  }

  private int row(int bytes) {
    sizeBefore = size;
    reserveRow();
    present[rows >> 3] |= (byte) (1 << (rows & 7));
    rows++;
    if (bytes > values.length - size) {
      values = Arrays.copyOf(values, larger(values.length, Math.addExact(size, bytes)));
    }
    size += bytes;
    return size - bytes;
  }

  private void reserveRow() {
    if (rows >> 3 == present.length) {
      present = Arrays.copyOf(present, present.length * 2);
    }
  }

  private static int larger(int length, int needed) {
    return (int) Math.min(Math.max(length * 2L, needed), Integer.MAX_VALUE - Long.BYTES);
  }

  /**
   * Which rows have a value, as the format's levels: their length, then one run of equal bits or
   * all bits as they are.
   */
  byte[] levels() {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    if (nulls == 0 || nulls == rows) {
      CompactThrift.varint(runs, (long) rows << 1);
      runs.write(nulls == 0 ? 1 : 0);
    } else {
      int bytes = rows + 7 >> 3;
      CompactThrift.varint(runs, (long) bytes << 1 | 1);
      runs.write(present, 0, bytes);
    }
    return ByteBuffer.allocate(Integer.BYTES + runs.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(runs.size())
        .put(runs.toByteArray())
        .array();
  }

  /** Writes the values, and has no rows then. */
  void drain(OutputStream out) throws IOException {
    out.write(values, 0, size);
    size = 0;
    rows = 0;
    nulls = 0;
    if (values.length > MOST_KEPT) {
      values = new byte[FIRST_SIZE];
    }
  }
}
