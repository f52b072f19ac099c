package org.airbytejdbc.cache.load;

import static java.util.stream.Collectors.joining;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.duckdb.DuckDbFile;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.cache.duckdb.Lease;
import org.airbytejdbc.cache.duckdb.Transaction;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.schema.AirbyteType;

/** A table in memory that tests load records into. */
final class LoadedTable implements AutoCloseable {
  private static final StreamName STREAM = StreamName.of("shop", "orders");
  private static final CacheLocation MEMORY = new CacheLocation.InMemory("test");

  private final DuckDbFile file = new DuckDbFile(MEMORY, new CacheSettings(Duration.ofSeconds(10)));
  private final BatchFolder folder = BatchFolder.open(MEMORY);
  private final List<Column> columns;

  LoadedTable(Column... data) {
    this(Stream.of(data), MetadataColumns.ALL.stream());
  }

  /** One that keeps undeclared fields. */
  static LoadedTable withUndeclared(Column... data) {
    return new LoadedTable(
        Stream.of(data),
        Stream.concat(Stream.of(MetadataColumns.UNDECLARED), MetadataColumns.ALL.stream()));
  }

  private LoadedTable(Stream<Column> data, Stream<Column> metadata) {
    columns = Stream.concat(data, metadata).toList();
    create();
  }

  static Column column(String field, AirbyteType type) {
    return new Column(field, field, type, "");
  }

  /** A message with the data as its text says. */
  static RecordMessage record(String data) {
    return message(
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"orders\",\"data\":",
        data,
        ",\"emitted_at\":1795359625238}}");
  }

  static RecordMessage message(String before, String data, String after) {
    byte[] line = (before + data + after).getBytes(StandardCharsets.UTF_8);
    int start = before.getBytes(StandardCharsets.UTF_8).length;
    int end = start + data.getBytes(StandardCharsets.UTF_8).length;
    return new RecordMessage(STREAM, line, start, end);
  }

  /** A batch of records, which the caller loads and closes. */
  Batch batch(String... data) {
    return batch(Stream.of(data).map(LoadedTable::record).toArray(RecordMessage[]::new));
  }

  Batch batch(RecordMessage... records) {
    try (BatchWriter writer = new BatchWriter(folder, STREAM, columns)) {
      for (RecordMessage record : records) {
        writer.append(record);
      }
      return writer.finish();
    }
  }

  LoadResult load(String... data) {
    try (Batch batch = batch(data)) {
      return load(batch);
    }
  }

  LoadResult load(Batch batch) {
    return inTransaction(transaction -> BatchLoad.load(transaction, batch, target()));
  }

  <T> T inTransaction(Transaction.Work<T> work) {
    try (Lease lease = file.lease(Cancellation.none())) {
      return Transaction.run(lease, work);
    }
  }

  LoadTarget target() {
    return new LoadTarget(STREAM, "orders", columns);
  }

  /** Loads records the strict way, plain or not. */
  LoadResult loadStrictly(String... data) {
    return loadStrictly(Stream.of(data).map(LoadedTable::record).toArray(RecordMessage[]::new));
  }

  LoadResult loadStrictly(RecordMessage... records) {
    try (BatchWriter writer = new BatchWriter(folder, STREAM, columns)) {
      Stream.of(records).forEach(writer::appendStrictly);
      try (Batch batch = writer.finish()) {
        return load(batch);
      }
    }
  }

  /**
   * The table's rows in their order; an expression's values as DuckDB shows them, null for NULL.
   */
  List<String> values(String expression) {
    return query("SELECT (" + expression + ")::VARCHAR FROM orders ORDER BY rowid");
  }

  List<String> query(String sql) {
    try (Lease lease = file.lease(Cancellation.none());
        Statement statement = lease.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void clear() {
    execute("DELETE FROM orders");
  }

  private void create() {
    execute(
        columns.stream()
            .map(column -> quoted(column.name()) + " " + DuckDbTypes.ddl(column.type()))
            .collect(joining(", ", "CREATE TABLE orders (", ")")));
  }

  private void execute(String sql) {
    try (Lease lease = file.lease(Cancellation.none());
        Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    folder.close();
    file.close();
  }
}
