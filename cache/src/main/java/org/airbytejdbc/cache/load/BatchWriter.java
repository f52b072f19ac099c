package org.airbytejdbc.cache.load;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Gathers the records of one stream into batches. Used by one thread; closed by the sync, which
 * drops what was gathered since the last {@link #finish}.
 */
public final class BatchWriter implements AutoCloseable {
  /** One row group of the engine: what is loaded in other portions is written more than once. */
  private static final int FULL_RECORDS = 122_880;

  private static final long FULL_BYTES = 128L << 20;

  /** What is kept in memory of a stream. */
  private static final long ROW_GROUP_BYTES = 2L << 20;

  private final BatchFolder folder;
  private final StreamName stream;
  private final List<Column> columns;
  private final PlainRecords plain;

  private Optional<PlainFile> plainFile = Optional.empty();
  private Optional<BatchFile> lines = Optional.empty();
  private long plainRecords;
  private long records;
  private long bytes;

  /**
   * @param columns all columns of the table that the records are for, the metadata columns among
   *     them, with their types there
   */
  public BatchWriter(BatchFolder folder, StreamName stream, List<Column> columns) {
    this.folder = requireNonNull(folder, "folder");
    this.stream = requireNonNull(stream, "stream");
    this.columns = List.copyOf(columns);
    this.plain = new PlainRecords(this.columns);
  }

  /**
   * Adds a record.
   *
   * @throws CacheException OUT_OF_SPACE or UNAVAILABLE when a file cannot be written
   */
  public void append(RecordMessage record) {
    // Those after one that is not plain go its way too, so that all keep their order.
    if (lines.isPresent() || !plain.add(record)) {
      appendStrictly(record);
      return;
    }
    plainRecords++;
    count(record);
    if (plain.bytes() >= ROW_GROUP_BYTES) {
      writeRowGroup();
    }
  }

  /** Adds a record for the strict way, plain or not. */
  void appendStrictly(RecordMessage record) {
    if (lines.isEmpty()) {
      lines = Optional.of(new BatchFile(folder.newFile()));
    }
    lines.get().line(record.line());
    count(record);
  }

  private void count(RecordMessage record) {
    records++;
    bytes += record.line().length + 1;
  }

  /** Records since the last {@link #finish}. */
  public long records() {
    return records;
  }

  /** Whether the batch is as large as it should be; larger ones take disk but save no time. */
  public boolean isFull() {
    return records >= FULL_RECORDS || bytes >= FULL_BYTES;
  }

  /** Bytes since the last {@link #finish}. */
  public long bytes() {
    return bytes;
  }

  /** What was gathered, as a batch of the caller's; the next record begins a new one. */
  public Batch finish() {
    if (plain.rows() > 0) {
      writeRowGroup();
    }
    plainFile.ifPresent(PlainFile::close);
    lines.ifPresent(BatchFile::close);
    Batch batch =
        new Batch(
            folder,
            stream,
            columns,
            plainFile.map(PlainFile::path),
            plainRecords,
            lines.map(BatchFile::path),
            records,
            bytes,
            plain.undeclared());
    plainFile = Optional.empty();
    lines = Optional.empty();
    plainRecords = 0;
    records = 0;
    bytes = 0;
    return batch;
  }

  @Override
  public void close() {
    finish().close();
  }

  private void writeRowGroup() {
    if (plainFile.isEmpty()) {
      plainFile = Optional.of(new PlainFile(folder.newFile(), plain.columns()));
    }
    plainFile.get().write(plain.columns());
  }
}
