package org.airbytejdbc.connector.protocol;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the object of a STATE message. */
final class StateParser {
  private StateParser() {}

  static StateMessage parse(JsonNode state) {
    return switch (type(state)) {
      case "STREAM" ->
          new StateMessage.OfStream(stream(ProtocolJson.object(state, "stream")), state.toString());
      case "GLOBAL" ->
          new StateMessage.Global(streams(ProtocolJson.object(state, "global")), state.toString());
      case "LEGACY" -> new StateMessage.Legacy(ProtocolJson.object(state, "data").toString());
      default -> throw new MalformedMessage("has a state of an unknown type");
    };
  }

  /** States without a type are those of old connectors, unless their parts say otherwise. */
  private static String type(JsonNode state) {
    return ProtocolJson.optionalString(state, "type")
        .orElseGet(
            () -> {
              if (state.path("stream").isObject()) {
                return "STREAM";
              }
              return state.path("global").isObject() ? "GLOBAL" : "LEGACY";
            });
  }

  private static StreamName stream(JsonNode streamState) {
    return ProtocolJson.streamName(ProtocolJson.object(streamState, "stream_descriptor"));
  }

  private static Set<StreamName> streams(JsonNode global) {
    return global
        .path("stream_states")
        .valueStream()
        .map(StateParser::stream)
        .collect(Collectors.toSet());
  }
}
