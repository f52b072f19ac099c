package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.cache.catalog.Previews;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.catalog.TableDdl;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.load.Batch;
import org.airbytejdbc.cache.load.BatchFolder;
import org.airbytejdbc.cache.load.BatchLoad;
import org.airbytejdbc.cache.load.BatchWriter;
import org.airbytejdbc.cache.load.LoadTarget;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Reads the first records of streams and stops the connector then. They are kept in a table of
 * their own and never pass for the stream. Thread-safe.
 */
public final class Previewer {
  /** A stream, and whether there is a preview of it that will do. */
  private record Known(StoredStream stream, boolean kept) {}

  private final CacheLocation location;
  private final Ledger ledger;
  private final NamedLocks locks;

  public Previewer(CacheLocation location, Ledger ledger, NamedLocks locks) {
    this.location = requireNonNull(location, "location");
    this.ledger = requireNonNull(ledger, "ledger");
    this.locks = requireNonNull(locks, "locks");
  }

  /** Returns the name of a table with at least so many records, or all that the stream has. */
  public String preview(
      Source source, StreamName name, long rows, FreshnessPolicy policy, SyncOptions options) {
    Instant since = policy.freshSince(Instant.now());
    return locks.holding(
        List.of("the preview of " + name + " of " + source.name()),
        options.run().cancellation(),
        () -> {
          Known known =
              ledger.read(
                  options.run().cancellation(),
                  connection -> known(connection, source, name, rows, since));
          if (!known.kept()) {
            read(source, known.stream(), rows, options);
          }
          return table(known.stream());
        });
  }

  private static Known known(
      Connection connection, Source source, StreamName name, long rows, Instant since)
      throws SQLException {
    StoredStream stream = SourceAccount.read(connection, source).present(name);
    return new Known(stream, Previews.exists(connection, stream, rows, since));
  }

  private void read(Source source, StoredStream stream, long rows, SyncOptions options) {
    try (BatchFolder folder = BatchFolder.open(location);
        BatchWriter writer = new BatchWriter(folder, stream.name(), stream.columns())) {
      boolean whole = fill(writer, source, stream, rows, options);
      try (Batch batch = writer.finish()) {
        ledger.alter(
            options.run().cancellation(),
            transaction -> {
              create(transaction.connection(), stream);
              BatchLoad.load(
                  transaction,
                  batch,
                  new LoadTarget(stream.name(), sqlName(stream), stream.columns()));
              Previews.put(transaction.connection(), stream, batch.records(), whole);
              return batch.records();
            });
      }
    }
  }

  /** Returns whether the stream has no more than that. */
  private static boolean fill(
      BatchWriter writer, Source source, StoredStream stream, long rows, SyncOptions options) {
    try (MessageStream messages = source.connector().read(request(source, stream), options.run())) {
      while (writer.records() < rows) {
        Optional<Message> message = messages.next();
        if (message.isEmpty()) {
          return true;
        }
        if (message.get() instanceof RecordMessage record) {
          writer.append(record);
        }
      }
      return false;
    }
  }

  private static ReadRequest request(Source source, StoredStream stream) {
    StreamStrategy strategy = RunPlan.strategy(source, stream);
    ConfiguredStream configured =
        new ConfiguredStream(
            stream.definition(),
            strategy.syncMode(stream.definition()),
            strategy.destinationSyncMode(),
            stream.definition().defaultCursorField(),
            stream.definition().primaryKey(),
            0,
            0,
            0);
    return new ReadRequest(
        source.config(), new ConfiguredCatalog(List.of(configured)), new StateInput.None());
  }

  private static void create(Connection connection, StoredStream stream) throws SQLException {
    Target.ensureLive(connection, stream);
    Sql.execute(
        connection,
        "CREATE OR REPLACE TABLE " + TableDdl.definition(sqlName(stream), stream.columns()));
  }

  private static String table(StoredStream stream) {
    return stream.table() + "$preview";
  }

  private static String sqlName(StoredStream stream) {
    return stream.previewTable();
  }
}
