package org.airbytejdbc.connector.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.airbytejdbc.connector.ConnectorException;

/** Cuts bytes into lines inside of one buffer, which grows up to the longest line allowed. */
final class LineReader {
  private static final int FIRST_SIZE = 128 << 10;
  private static final int HUGE_SIZE = 4 << 20;

  private final String connector;
  private final InputStream in;
  private final int limit;
  private byte[] buffer;
  private int from;
  private int to;
  private int next;
  private int filled;
  private boolean terminated = true;

  LineReader(String connector, InputStream in, int limit) {
    this.connector = connector;
    this.in = in;
    this.limit = Math.min(limit, Integer.MAX_VALUE - 16); // room for the line end in one array
    this.buffer = new byte[Math.min(FIRST_SIZE, limit + 1)];
  }

  /** Goes on to the next line; false at the end. Blocks. */
  boolean next() throws IOException {
    from = next;
    int searched = from;
    while (true) {
      int end = ByteSearch.first(buffer, searched, filled, '\n');
      if (end < filled) {
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        next = end + 1;
        return true;
      }
      int unsearched = filled - from;
      if (!fill()) {
        to = filled;
        next = filled;
        terminated = to == from;
        return !terminated;
      }
      searched = from + unsearched;
    }
  }

  /** The bytes that hold the current line, valid until the next call of {@link #next()}. */
  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  /** Just past the line, its end left out. */
  int to() {
    return to;
  }

  /** Whether the current line had an end; only the last may have none. */
  boolean terminated() {
    return terminated;
  }

  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      makeRoom();
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(count, 0);
    return count > 0;
  }

  private void makeRoom() {
    int length = filled - from;
    if (length > limit) {
      throw tooLong();
    }
    byte[] target = size(length) == buffer.length ? buffer : new byte[size(length)];
    System.arraycopy(buffer, from, target, 0, length);
    buffer = target;
    from = 0;
    filled = length;
  }

  /** Twice a line that fills most of the buffer; after huge lines, as small again as at first. */
  private int size(int length) {
    boolean tight = length > buffer.length / 2;
    boolean loose = length < FIRST_SIZE && buffer.length > HUGE_SIZE;
    long size = tight ? buffer.length * 2L : loose ? FIRST_SIZE : buffer.length;
    return (int) Math.min(size, limit + 1L);
  }

  private ConnectorException tooLong() {
    buffer = Arrays.copyOf(buffer, 0);
    return new ConnectorException(
        ConnectorException.Kind.PROTOCOL_VIOLATION,
        connector + " wrote a line longer than the limit of " + limit + " bytes",
        "Leave out the stream or field with such large values, or raise maxRecordSize");
  }
}
