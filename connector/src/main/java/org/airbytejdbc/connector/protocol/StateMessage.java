package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A checkpoint: all records that came before it are covered by it.
 *
 * <p>{@code json} is what goes back to the connector: for STREAM and GLOBAL the whole state object
 * as one element of the state array, for LEGACY the {@code data} alone (protocol v0: state files
 * without types).
 */
public sealed interface StateMessage extends Message {
  String json();

  /** The state of one stream. */
  record OfStream(StreamName stream, String json) implements StateMessage {
    public OfStream {
      requireNonNull(stream, "stream");
      requireNonNull(json, "json");
    }
  }

  /** One state for all streams of the source; {@code streams} are those it speaks of. */
  record Global(Set<StreamName> streams, String json) implements StateMessage {
    public Global {
      streams = Set.copyOf(streams);
      requireNonNull(json, "json");
    }
  }

  /** The untyped state of old connectors, for the whole source. */
  record Legacy(String json) implements StateMessage {
    public Legacy {
      requireNonNull(json, "json");
    }
  }
}
