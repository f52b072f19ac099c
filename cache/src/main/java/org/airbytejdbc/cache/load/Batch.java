package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Records of one stream in a file, ready to be loaded. Handed from thread to thread; closed by
 * whoever loads it.
 */
public final class Batch implements AutoCloseable {
  private final BatchFolder folder;
  private final StreamName stream;
  private final List<Column> columns;
  private final Optional<Path> file;
  private final long records;
  private final long bytes;
  private final int longestLine;
  private final Set<String> undeclared;

  private boolean plain;
  private Optional<StrictFile> strict = Optional.empty();

  Batch(
      BatchFolder folder,
      StreamName stream,
      List<Column> columns,
      Optional<Path> file,
      long records,
      long bytes,
      int longestLine,
      boolean plain,
      Set<String> undeclared) {
    this.folder = folder;
    this.stream = stream;
    this.columns = columns;
    this.file = file;
    this.records = records;
    this.bytes = bytes;
    this.longestLine = longestLine;
    this.plain = plain;
    this.undeclared = undeclared;
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

  /**
   * Does what can be done before the cache's file is leased; loading does it otherwise.
   *
   * @throws CacheException BAD_RECORD, OUT_OF_SPACE or UNAVAILABLE
   */
  public void prepare() {
    if (!plain && strict.isEmpty() && file.isPresent()) {
      strict = Optional.of(StrictFile.rewrite(file.get(), folder.newFile(), stream, columns));
    }
  }

  /** Removes the files. Idempotent. */
  @Override
  public void close() {
    file.ifPresent(Batch::delete);
    strict.map(StrictFile::path).ifPresent(Batch::delete);
  }

  Optional<Path> file() {
    return file;
  }

  /** Bytes of the longest line with its end. */
  int longestLine() {
    return longestLine;
  }

  /** Whether the engine may load the lines as they are. */
  boolean isPlain() {
    return plain;
  }

  /** The engine did not like the lines as they are. */
  void refused() {
    plain = false;
  }

  /** The lines as the strict way loads them; only for a batch that is not plain. */
  StrictFile strict() {
    prepare();
    return strict.orElseThrow();
  }

  /** Fields without a column that were seen so far. */
  Set<String> undeclared() {
    return undeclared;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, file);
    }
  }
}
