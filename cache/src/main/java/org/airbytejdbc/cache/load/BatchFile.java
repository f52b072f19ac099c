package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;

/** A file of lines that is being written. Used by one thread, which closes it. */
final class BatchFile implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final Path path;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private long bytes;
  private int longestLine;

  BatchFile(Path path) {
    this.path = path;
    try {
      out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
  }

  Path path() {
    return path;
  }

  long bytes() {
    return bytes;
  }

  /** Bytes of the longest line with its end. */
  int longestLine() {
    return longestLine;
  }

  /** Writes a line, which is given without its end. */
  void line(byte[] line, int length) {
    if (length >= BUFFER - buffered) {
      flush();
    }
    if (length >= BUFFER) {
      write(line, length);
    } else {
      System.arraycopy(line, 0, buffer, buffered, length);
      buffered += length;
    }
    buffer[buffered++] = '\n';
    bytes += length + 1;
    longestLine = Math.max(longestLine, length + 1);
  }

  @Override
  public void close() {
    try (out) {
      flush();
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
  }

  private void flush() {
    write(buffer, buffered);
    buffered = 0;
  }

  private void write(byte[] from, int length) {
    try {
      out.write(from, 0, length);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
  }
}
