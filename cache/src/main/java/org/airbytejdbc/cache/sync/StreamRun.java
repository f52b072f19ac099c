package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.load.Batch;
import org.airbytejdbc.cache.load.BatchFolder;
import org.airbytejdbc.cache.load.BatchWriter;
import org.airbytejdbc.cache.load.LoadTarget;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;

/**
 * One stream in a sync: its records on their way to their target.
 *
 * <p>Filled by the syncing thread; what was {@link #committed()} is told by the thread that
 * commits. How much was read can be asked from any thread. Closed by the sync.
 */
final class StreamRun implements AutoCloseable {
  private final StreamStrategy strategy;
  private final Target target;
  private final BatchWriter writer;
  private final boolean keepUndeclared;
  private volatile StoredStream stream;
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long covered;
  private long committed;
  private volatile OptionalLong estimate = OptionalLong.empty();
  private boolean complete;

  StreamRun(
      StoredStream stream,
      StreamStrategy strategy,
      Target target,
      UndeclaredFields undeclared,
      BatchFolder folder) {
    this.stream = requireNonNull(stream, "stream");
    this.strategy = requireNonNull(strategy, "strategy");
    this.target = requireNonNull(target, "target");
    this.keepUndeclared = undeclared == UndeclaredFields.JSON;
    this.writer = new BatchWriter(folder, stream.name(), loadedColumns());
    covered = firstRow();
    committed = covered;
  }

  StreamName name() {
    return stream.name();
  }

  StoredStream stream() {
    return stream;
  }

  StreamStrategy strategy() {
    return strategy;
  }

  Target target() {
    return target;
  }

  /** How the connector is asked for it. */
  ConfiguredStream configured(long syncId) {
    AirbyteStream definition = stream.definition();
    boolean next = target instanceof NextGeneration;
    long generation = stream.status().generation() + (next ? 1 : 0);
    return new ConfiguredStream(
        definition,
        strategy.syncMode(definition),
        strategy.destinationSyncMode(),
        definition.defaultCursorField(),
        definition.primaryKey(),
        generation,
        next ? generation : 0,
        syncId);
  }

  void append(RecordMessage message) {
    writer.append(message);
    // One thread counts, others look: no atomic addition is needed.
    read.setRelease(read.getPlain() + 1);
    bytes.setRelease(bytes.getPlain() + message.line().length);
  }

  /** Whether so much waits that it is best loaded now. */
  boolean isFull() {
    return writer.isFull();
  }

  /** Takes note that a state covers all records so far. */
  void cover() {
    covered = total();
  }

  void expect(OptionalLong rows) {
    estimate = rows;
  }

  void status(StreamStatus status) {
    complete = status == StreamStatus.COMPLETE;
  }

  /** Whether the connector said that it has given all of the stream. */
  boolean isComplete() {
    return complete;
  }

  long read() {
    return read.getAcquire();
  }

  long bytes() {
    return bytes.getAcquire();
  }

  OptionalLong estimate() {
    return estimate;
  }

  /** Rows of the target that a state covers. */
  long covered() {
    return covered;
  }

  /** Rows of the target when all records so far are loaded. */
  long total() {
    return firstRow() + read();
  }

  /** Rows of the target that were covered at the last commit. */
  long committed() {
    return committed;
  }

  void committed(long rows) {
    committed = rows;
  }

  Batch finishBatch() {
    return writer.finish();
  }

  LoadTarget loadTarget() {
    return new LoadTarget(stream.name(), stream.nextTable(), loadedColumns());
  }

  void columns(List<Column> columns) {
    stream = stream.withColumns(columns);
  }

  @Override
  public void close() {
    writer.close();
  }

  private long firstRow() {
    boolean resumes = target instanceof NextGeneration next && next.resume();
    return resumes ? stream.status().nextRows().orElse(0) : 0;
  }

  /** The table may keep undeclared fields for another connection that asked for it. */
  private List<Column> loadedColumns() {
    return stream.columns().stream()
        .filter(column -> keepUndeclared || !column.equals(MetadataColumns.UNDECLARED))
        .toList();
  }
}
