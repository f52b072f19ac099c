package org.airbytejdbc.cache.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * A state that the rows in the tables of its streams go with.
 *
 * @param streams those that it covers: one for STREAM, for GLOBAL and LEGACY all that were read
 *     together
 * @param pending whether it goes with the next generations of the streams rather than with what
 *     statements see
 * @param json what goes back to the connector
 * @param at when the connector gave it
 */
public record StoredState(
    Kind kind, boolean pending, Set<StreamName> streams, String json, Instant at) {
  /** As the protocol names them. */
  public enum Kind {
    STREAM,
    GLOBAL,
    LEGACY;

    static Kind of(StateMessage message) {
      if (message instanceof StateMessage.OfStream) {
        return STREAM;
      }
      return message instanceof StateMessage.Global ? GLOBAL : LEGACY;
    }
  }

  public StoredState {
    requireNonNull(kind, "kind");
    streams = Set.copyOf(streams);
    requireNonNull(json, "json");
    requireNonNull(at, "at");
  }

  /**
   * @param streams those that the message covers
   */
  public static StoredState of(StateMessage message, boolean pending, Set<StreamName> streams) {
    return new StoredState(Kind.of(message), pending, streams, message.json(), Instant.now());
  }

  /** Whether it is the one state of all streams that were read together. */
  public boolean isShared() {
    return kind != Kind.STREAM;
  }

  public boolean covers(StoredStream stream) {
    return streams.contains(stream.name());
  }
}
