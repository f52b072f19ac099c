package org.airbytejdbc.driver.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** Bytes in memory, which can be changed without an effect on where they came from. */
public final class LongBytes implements Blob {
  private byte @Nullable [] bytes;

  /**
   * @param bytes not copied
   */
  public LongBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  private byte[] bytes() throws SQLException {
    if (bytes == null) {
      throw SqlErrors.closed("The blob");
    }
    return bytes;
  }

  @Override
  public long length() throws SQLException {
    return bytes().length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    int from = Positions.from(position, bytes().length);
    return Arrays.copyOfRange(bytes(), from, Positions.to(from, length, bytes().length));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    return new ByteArrayInputStream(bytes());
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return new ByteArrayInputStream(
        getBytes(position, (int) Math.max(-1, Math.min(length, Integer.MAX_VALUE))));
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    byte[] all = bytes();
    for (int at = Positions.from(start, all.length); at + pattern.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + pattern.length, pattern, 0, pattern.length)) {
        return at + 1L;
      }
    }
    return -1;
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return position(pattern.getBytes(1, (int) pattern.length()), start);
  }

  @Override
  public int setBytes(long position, byte[] written) throws SQLException {
    return setBytes(position, written, 0, written.length);
  }

  @Override
  public int setBytes(long position, byte[] written, int offset, int length) throws SQLException {
    int from = Positions.from(position, bytes().length);
    int source = Positions.from(offset + 1L, written.length);
    int count = Positions.to(source, length, written.length) - source;
    byte[] all = Arrays.copyOf(bytes(), Math.max(bytes().length, from + count));
    System.arraycopy(written, source, all, from, count);
    bytes = all;
    return count;
  }

  /** What is written is there once the stream is closed. */
  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    Positions.from(position, bytes().length);
    return new ByteArrayOutputStream() {
      @Override
      public void close() throws IOException {
        try {
          setBytes(position, toByteArray());
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    bytes = getBytes(1, (int) Math.max(-1, Math.min(length, Integer.MAX_VALUE)));
  }

  @Override
  public void free() {
    bytes = null;
  }
}
