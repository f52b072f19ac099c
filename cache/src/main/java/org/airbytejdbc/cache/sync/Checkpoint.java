package org.airbytejdbc.cache.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.cache.catalog.SchemaChange;
import org.airbytejdbc.cache.catalog.SchemaChanges;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.duckdb.Transaction;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.load.Batch;
import org.airbytejdbc.cache.load.BatchLoad;
import org.airbytejdbc.cache.load.LoadResult;
import org.airbytejdbc.cache.state.StateStore;
import org.airbytejdbc.cache.state.StoredState;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Records and the states that cover them, to be committed together. Made by the syncing thread,
 * committed by the loading one; owns its batches.
 */
final class Checkpoint implements AutoCloseable {
  /** A stream's part: its records, and how many rows of its target are covered by then. */
  private record Part(StreamRun run, Batch batch, long covered) {}

  private final String source;
  private final List<Part> parts;
  private final List<StoredState> states;

  private Checkpoint(String source, List<Part> parts, List<StoredState> states) {
    this.source = source;
    this.parts = parts;
    this.states = states;
  }

  /** Takes all records and states that were not taken yet. */
  static Checkpoint take(String source, List<StreamRun> runs, RunStates states) {
    List<Part> parts = new ArrayList<>();
    for (StreamRun run : runs) {
      parts.add(new Part(run, run.finishBatch(), run.covered()));
    }
    return new Checkpoint(source, parts, states.takeUnsaved());
  }

  void commit(Ledger ledger, Cancellation cancellation) {
    Map<StreamName, StoredStream> loaded =
        ledger.load(
            cancellation,
            transaction -> {
              Map<StreamName, StoredStream> streams = load(transaction);
              for (StoredState state : states) {
                StateStore.put(transaction.connection(), source, state);
              }
              for (Part part : parts) {
                advance(transaction.connection(), part, streams);
              }
              return streams;
            });
    for (Part part : parts) {
      part.run.committed(part.covered);
      part.run.columns(loaded.get(part.run.name()).columns());
    }
  }

  /** Loads the batches; returns all the streams with the columns that they then have. */
  private Map<StreamName, StoredStream> load(Transaction transaction) throws SQLException {
    Map<StreamName, StoredStream> streams = new HashMap<>();
    for (Part part : parts) {
      LoadResult result = BatchLoad.load(transaction, part.batch, part.run.loadTarget());
      part.run.strategy().requireKeys(part.run.stream(), result.nulled());
      Connection connection = transaction.connection();
      SchemaChanges.put(connection, source, undeclared(part.run.name(), result.undeclared()));
      StoredStream stream = part.run.stream();
      if (!result.widened().isEmpty()) {
        stream = new Widening(stream, result.widened()).apply(connection);
      }
      streams.put(part.run.name(), stream);
    }
    return streams;
  }

  private void advance(Connection connection, Part part, Map<StreamName, StoredStream> streams)
      throws SQLException {
    if (part.covered > part.run.committed()) {
      StoredStream stream = streams.get(part.run.name());
      part.run.target().advance(connection, stream, part.run.committed(), part.covered);
    }
  }

  private static List<SchemaChange> undeclared(StreamName stream, Set<String> fields) {
    return fields.stream().map(field -> SchemaChange.undeclared(stream, field)).toList();
  }

  /** Removes the batches. Idempotent. */
  @Override
  public void close() {
    parts.forEach(part -> part.batch.close());
  }
}
