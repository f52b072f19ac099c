package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;

/** A file that is being written. Used by one thread, which closes it. */
final class BatchFile extends OutputStream {
  private static final int BUFFER = 1 << 18;

  private final Path path;
  private final FileChannel out;
  // Outside of the heap, from which each write would first copy it.
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private int longestLine;

  BatchFile(Path path) {
    this.path = path;
    try {
      out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
  }

  Path path() {
    return path;
  }

  /** Bytes of the longest line with its end. */
  int longestLine() {
    return longestLine;
  }

  /** Writes a line, which is given without its end. */
  void line(byte[] line) {
    write(line, 0, line.length);
    write('\n');
    longestLine = Math.max(longestLine, line.length + 1);
  }

  @Override
  public void write(int b) {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    int from = offset;
    int to = offset + length;
    while (to - from > buffer.remaining()) {
      int part = buffer.remaining();
      buffer.put(source, from, part);
      from += part;
      flush();
    }
    buffer.put(source, from, to - from);
  }

  @Override
  public void close() {
    try (out) {
      flush();
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
  }

  @Override
  public void flush() {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
    buffer.clear();
  }
}
