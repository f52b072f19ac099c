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
 * Records of one stream in files, ready to be loaded: first those up to one that is not plain, as
 * columns, then the others, as lines. Handed from thread to thread; closed by whoever loads it.
 */
public final class Batch implements AutoCloseable {
  private final BatchFolder folder;
  private final StreamName stream;
  private final List<Column> columns;
  private final Optional<Path> plain;
  private final long plainRecords;
  private final Optional<Path> lines;
  private final long records;
  private final long bytes;
  private final Set<String> undeclared;

  private Optional<StrictFile> strict = Optional.empty();

  Batch(
      BatchFolder folder,
      StreamName stream,
      List<Column> columns,
      Optional<Path> plain,
      long plainRecords,
      Optional<Path> lines,
      long records,
      long bytes,
      Set<String> undeclared) {
    this.folder = folder;
    this.stream = stream;
    this.columns = columns;
    this.plain = plain;
    this.plainRecords = plainRecords;
    this.lines = lines;
    this.records = records;
    this.bytes = bytes;
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
    if (strict.isEmpty() && lines.isPresent()) {
      strict = Optional.of(StrictFile.rewrite(lines.get(), folder.newFile(), stream, columns));
    }
  }

  /** Removes the files. Idempotent. */
  @Override
  public void close() {
    plain.ifPresent(Batch::delete);
    lines.ifPresent(Batch::delete);
    strict.map(StrictFile::path).ifPresent(Batch::delete);
  }

  /** The columns that the records were written for. */
  List<Column> columns() {
    return columns;
  }

  Optional<Path> plain() {
    return plain;
  }

  long plainRecords() {
    return plainRecords;
  }

  /** The lines as the strict way loads them, if there are any. */
  Optional<StrictFile> strict() {
    prepare();
    return strict;
  }

  /** Whether there is nothing for the strict way. */
  boolean isPlain() {
    return lines.isEmpty();
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
