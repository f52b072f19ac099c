package org.airbytejdbc.declarative.decode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.airbytejdbc.declarative.http.BoundedStream;
import org.jspecify.annotations.Nullable;

/**
 * Another format, compressed; bytes that are not compressed are taken as they are.
 *
 * @param bytes that a file may decompress to
 */
record GzipFormat(Format inner, long bytes) implements Format {
  private static final int MAGIC = 0x1f8b;

  @Override
  public Iterator<@Nullable Object> read(InputStream from) {
    var buffered = new BufferedInputStream(from);
    try {
      buffered.mark(2);
      int start = (buffered.read() << 8) | buffered.read();
      buffered.reset();
      return inner.read(
          start == MAGIC ? new BoundedStream(new GZIPInputStream(buffered), bytes) : buffered);
    } catch (IOException e) {
      throw UnreadableBody.of("gzip", e);
    }
  }
}
