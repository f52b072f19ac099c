package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.connector.protocol.StreamName;

/** Records of one stream in files, ready to be loaded. Closed by whoever got it, any thread. */
public final class Batch implements AutoCloseable {
  private final StreamName stream;
  private final List<Path> files;
  private final long records;
  private final long bytes;
  private final int longestLine;

  Batch(StreamName stream, List<Path> files, long records, long bytes, int longestLine) {
    this.stream = stream;
    this.files = List.copyOf(files);
    this.records = records;
    this.bytes = bytes;
    this.longestLine = longestLine;
  }

  public StreamName stream() {
    return stream;
  }

  public long records() {
    return records;
  }

  /** Of the records' lines. */
  public long bytes() {
    return bytes;
  }

  List<Path> files() {
    return files;
  }

  int longestLine() {
    return longestLine;
  }

  /** Removes the files. Idempotent. */
  @Override
  public void close() {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
