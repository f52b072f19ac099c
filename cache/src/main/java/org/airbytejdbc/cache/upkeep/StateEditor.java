package org.airbytejdbc.cache.upkeep;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.cache.state.StateStore;
import org.airbytejdbc.cache.state.StoredState;
import org.airbytejdbc.cache.sync.SourceSync;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.StreamName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes the states of streams by hand. Thread-safe. */
public final class StateEditor {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Ledger ledger;
  private final NamedLocks locks;

  public StateEditor(Ledger ledger, NamedLocks locks) {
    this.ledger = requireNonNull(ledger, "ledger");
    this.locks = requireNonNull(locks, "locks");
  }

  /**
   * Has the next incremental read of a stream go on from there. Its rows stay; a read that was
   * broken off is forgotten.
   *
   * @param state a JSON object, the stream's own state; empty has the stream read from its
   *     beginning
   * @return the state as it is stored
   * @throws CacheException NEVER_READ, STREAM_GONE; UNSUPPORTED for what is no JSON object, or
   *     where one state speaks for several streams
   */
  public Optional<String> set(
      String source, StreamName stream, Optional<String> state, Cancellation cancellation) {
    Optional<StoredState> wanted = state.map(text -> stored(stream, object(stream, text)));
    return locks.holding(
        SourceSync.lockNames(source, Set.of(stream)),
        cancellation,
        () ->
            ledger.alter(
                cancellation,
                transaction -> {
                  put(transaction.connection(), source, stream, wanted);
                  return wanted.map(StoredState::json);
                }));
  }

  private static void put(
      Connection connection, String source, StreamName stream, Optional<StoredState> wanted)
      throws SQLException {
    StoredStream found =
        CatalogStore.streams(connection, source).stream()
            .filter(one -> one.name().equals(stream))
            .findFirst()
            .orElseThrow(
                () ->
                    new CacheException(
                        Kind.STREAM_GONE, "Source " + source + " has no stream " + stream, ""));
    if (!found.status().readWhole()) {
      throw new CacheException(
          Kind.NEVER_READ,
          "Stream "
              + stream
              + " of "
              + source
              + " was never read, so no state can go with its rows",
          "CALL airbyte.sync first");
    }
    boolean shared =
        StateStore.load(connection, source).stream()
            .anyMatch(state -> state.isShared() && state.covers(found));
    if (shared) {
      throw new CacheException(
          Kind.UNSUPPORTED,
          "Stream " + stream + " of " + source + " shares its state with others",
          "CALL airbyte.reset for all of the source to begin anew");
    }
    StateStore.remove(connection, source, true, Set.of(stream));
    StateStore.remove(connection, source, false, Set.of(stream));
    CatalogStore.dropNext(connection, found);
    if (wanted.isPresent()) {
      StateStore.put(connection, source, wanted.get());
    }
  }

  private static JsonNode object(StreamName stream, String text) {
    try {
      JsonNode state = JSON.readTree(text);
      if (state.isObject()) {
        return state;
      }
    } catch (JacksonException e) {
      // Told below.
    }
    throw new CacheException(
        Kind.UNSUPPORTED,
        "The state for stream " + stream + " is no JSON object",
        "Give the stream's own state, such as {\"cursor\": 5}");
  }

  private static StoredState stored(StreamName stream, JsonNode state) {
    ObjectNode message = JSON.createObjectNode().put("type", "STREAM");
    ObjectNode content = message.putObject("stream");
    ObjectNode descriptor = content.putObject("stream_descriptor").put("name", stream.name());
    stream.namespace().ifPresent(namespace -> descriptor.put("namespace", namespace));
    content.set("stream_state", state);
    return new StoredState(
        StoredState.Kind.STREAM,
        false,
        Set.of(stream),
        JSON.writeValueAsString(message),
        Instant.now());
  }
}
