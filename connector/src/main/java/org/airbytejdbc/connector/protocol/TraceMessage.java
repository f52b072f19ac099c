package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/** A TRACE message: news about the run rather than data. */
public sealed interface TraceMessage extends Message {
  /** The connector failed, as a whole or for one stream. */
  record Failure(
      String message, String internalMessage, String failureType, Optional<StreamName> stream)
      implements TraceMessage {
    public Failure {
      requireNonNull(message, "message");
      requireNonNull(internalMessage, "internalMessage");
      requireNonNull(failureType, "failureType");
      requireNonNull(stream, "stream");
    }
  }

  /** How much a stream is expected to give. */
  record Estimate(StreamName stream, OptionalLong rows, OptionalLong bytes)
      implements TraceMessage {
    public Estimate {
      requireNonNull(stream, "stream");
      requireNonNull(rows, "rows");
      requireNonNull(bytes, "bytes");
    }
  }

  /** How far a stream is. */
  record Status(StreamName stream, StreamStatus status) implements TraceMessage {
    public Status {
      requireNonNull(stream, "stream");
      requireNonNull(status, "status");
    }
  }

  /** As the protocol names them. */
  enum StreamStatus {
    STARTED,
    RUNNING,
    COMPLETE,
    INCOMPLETE
  }

  /** Figures for the platform; nothing acts on them here. */
  record Analytics(String type, String value) implements TraceMessage {}
}
