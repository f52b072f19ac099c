package org.airbytejdbc.connector.protocol;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;
import tools.jackson.databind.JsonNode;

/** Reads the object of a TRACE message; kinds that this version does not know are left out. */
final class TraceParser {
  private TraceParser() {}

  static Optional<TraceMessage> parse(JsonNode trace) {
    return switch (ProtocolJson.string(trace, "type")) {
      case "ERROR" -> Optional.of(failure(ProtocolJson.object(trace, "error")));
      case "ESTIMATE" -> estimate(ProtocolJson.object(trace, "estimate"));
      case "STREAM_STATUS" -> status(ProtocolJson.object(trace, "stream_status"));
      case "ANALYTICS" -> Optional.of(analytics(ProtocolJson.object(trace, "analytics")));
      default -> Optional.empty();
    };
  }

  /** Lenient, so that a failure is told however badly it is written. */
  private static TraceMessage failure(JsonNode error) {
    JsonNode descriptor = error.path("stream_descriptor");
    return new TraceMessage.Failure(
        ProtocolJson.optionalString(error, "message").orElse(""),
        ProtocolJson.optionalString(error, "internal_message").orElse(""),
        ProtocolJson.optionalString(error, "failure_type").orElse(""),
        ProtocolJson.optionalString(descriptor, "name")
            .map(name -> ProtocolJson.streamName(descriptor)));
  }

  /** An estimate for the whole sync names no stream and is left out. */
  private static Optional<TraceMessage> estimate(JsonNode estimate) {
    return ProtocolJson.optionalString(estimate, "name")
        .map(
            name ->
                new TraceMessage.Estimate(
                    ProtocolJson.streamName(estimate),
                    count(estimate.path("row_estimate")),
                    count(estimate.path("byte_estimate"))));
  }

  /** Connectors write counts as floats too. */
  private static OptionalLong count(JsonNode number) {
    return number.isNumber() ? number.asLongOpt() : OptionalLong.empty();
  }

  private static Optional<TraceMessage> status(JsonNode streamStatus) {
    StreamName stream =
        ProtocolJson.streamName(ProtocolJson.object(streamStatus, "stream_descriptor"));
    String written = ProtocolJson.string(streamStatus, "status");
    return Stream.of(StreamStatus.values())
        .filter(status -> status.name().equals(written))
        .findFirst()
        .map(status -> new TraceMessage.Status(stream, status));
  }

  private static TraceMessage analytics(JsonNode analytics) {
    return new TraceMessage.Analytics(
        ProtocolJson.optionalString(analytics, "type").orElse(""),
        ProtocolJson.optionalString(analytics, "value").orElse(""));
  }
}
