package org.airbytejdbc.cache.state;

import org.airbytejdbc.connector.protocol.StateMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a state says where to go on, or only that something was read. */
public final class Cursors {
  private static final String NO_CURSOR = "__ab_no_cursor_state_message";

  private Cursors() {}

  /** Whether a read that is given this state back goes on from it. */
  public static boolean in(StateMessage message) {
    JsonNode state = JsonMapper.shared().readTree(message.json());
    if (message instanceof StateMessage.OfStream) {
      return says(state.path("stream").path("stream_state"));
    }
    if (message instanceof StateMessage.Global) {
      JsonNode global = state.path("global");
      return says(global.path("shared_state"))
          || global
              .path("stream_states")
              .valueStream()
              .anyMatch(stream -> says(stream.path("stream_state")));
    }
    return says(state);
  }

  private static boolean says(JsonNode state) {
    return !state.isMissingNode()
        && !state.isNull()
        && !(state.isContainer() && state.isEmpty())
        && !state.has(NO_CURSOR);
  }
}
