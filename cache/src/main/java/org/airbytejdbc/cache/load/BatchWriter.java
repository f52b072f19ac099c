package org.airbytejdbc.cache.load;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Gathers the records of one stream into batches, and looks at each on its way: can the engine load
 * it as it is? Used by one thread; closed by the sync, which drops what was gathered since the last
 * {@link #finish}.
 */
public final class BatchWriter implements AutoCloseable {
  /** One row group of the engine: what is loaded in other portions is written more than once. */
  private static final int FULL_RECORDS = 122_880;

  private static final long FULL_BYTES = 128L << 20;

  private final BatchFolder folder;
  private final StreamName stream;
  private final List<Column> columns;
  private final RecordCheck check;

  private Optional<BatchFile> file = Optional.empty();
  private long records;
  private boolean plain;

  /**
   * @param columns all columns of the table that the records are for, the metadata columns among
   *     them, with their types there
   */
  public BatchWriter(BatchFolder folder, StreamName stream, List<Column> columns) {
    this.folder = requireNonNull(folder, "folder");
    this.stream = requireNonNull(stream, "stream");
    this.columns = List.copyOf(columns);
    this.check = new RecordCheck(this.columns);
  }

  /**
   * Adds a record.
   *
   * @throws CacheException OUT_OF_SPACE or UNAVAILABLE when the file cannot be written
   */
  public void append(RecordMessage record) {
    if (file.isEmpty()) {
      file = Optional.of(new BatchFile(folder.newFile()));
      plain = NdjsonLoad.canLoad(columns);
    }
    byte[] line = record.line();
    // One value that is not plain sends the whole batch the strict way: no need to look further.
    plain = plain && check.isPlain(line, record.dataStart(), record.dataEnd());
    file.get().line(line, line.length);
    records++;
  }

  /** Records since the last {@link #finish}. */
  public long records() {
    return records;
  }

  /** Whether the batch is as large as it should be; larger ones take disk but save no time. */
  public boolean isFull() {
    return records >= FULL_RECORDS || bytes() >= FULL_BYTES;
  }

  /** Bytes since the last {@link #finish}. */
  public long bytes() {
    return file.map(BatchFile::bytes).orElse(0L);
  }

  /** What was gathered, as a batch of the caller's; the next record begins a new one. */
  public Batch finish() {
    file.ifPresent(BatchFile::close);
    Set<String> undeclared = check.undeclared();
    Batch batch =
        new Batch(
            folder,
            stream,
            columns,
            file.map(BatchFile::path),
            records,
            bytes(),
            file.map(BatchFile::longestLine).orElse(0),
            plain,
            undeclared);
    file = Optional.empty();
    records = 0;
    return batch;
  }

  @Override
  public void close() {
    finish().close();
  }
}
