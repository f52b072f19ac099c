package org.airbytejdbc.cache.load;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the records of one stream into batches. Used by one thread; closed by the sync, which
 * drops what was gathered since the last {@link #finish}.
 */
public final class BatchWriter implements AutoCloseable {
  private final BatchFolder folder;
  private final StreamName stream;
  private final List<Path> files = new ArrayList<>();
  private @Nullable OutputStream out;
  private long records;
  private long bytes;
  private int longestLine;

  /**
   * @param columns all columns of the table that the records are for, with their types there
   */
  public BatchWriter(BatchFolder folder, StreamName stream, List<Column> columns) {
    this.folder = requireNonNull(folder, "folder");
    this.stream = requireNonNull(stream, "stream");
    requireNonNull(columns, "columns");
  }

  /**
   * Adds a record.
   *
   * @throws CacheException OUT_OF_SPACE or UNAVAILABLE when the file cannot be written
   */
  public void append(RecordMessage record) {
    try {
      if (out == null) {
        Path file = folder.newFile();
        files.add(file);
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      }
      byte[] line = record.line();
      out.write(line);
      out.write('\n');
      records++;
      bytes += line.length + 1;
      longestLine = Math.max(longestLine, line.length + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records since the last {@link #finish}. */
  public long records() {
    return records;
  }

  /** Bytes since the last {@link #finish}. */
  public long bytes() {
    return bytes;
  }

  /** What was gathered, as a batch of the caller's; the next record begins a new one. */
  public Batch finish() {
    closeFile();
    Batch batch = new Batch(stream, files, records, bytes, longestLine);
    files.clear();
    records = 0;
    bytes = 0;
    longestLine = 0;
    return batch;
  }

  private void closeFile() {
    try {
      if (out != null) {
        out.close();
      }
      out = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    finish().close();
  }
}
