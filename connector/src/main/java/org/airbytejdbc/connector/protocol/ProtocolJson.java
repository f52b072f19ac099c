package org.airbytejdbc.connector.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as this protocol needs it: numbers keep their digits, explicit nulls count as absent. */
final class ProtocolJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ProtocolJson() {}

  /** The object of that name; {@link MalformedMessage} if there is none. */
  static JsonNode object(JsonNode parent, String name) {
    JsonNode child = parent.path(name);
    if (!child.isObject()) {
      throw new MalformedMessage("has no object \"" + name + "\"");
    }
    return child;
  }

  /** The string of that name; {@link MalformedMessage} if there is none. */
  static String string(JsonNode parent, String name) {
    return optionalString(parent, name)
        .orElseThrow(() -> new MalformedMessage("has no string \"" + name + "\""));
  }

  static Optional<String> optionalString(JsonNode parent, String name) {
    return parent.path(name).stringValueOpt();
  }

  /** The stream named by an object with a name and perhaps a namespace. */
  static StreamName streamName(JsonNode descriptor) {
    String namespace = optionalString(descriptor, "namespace").orElse("");
    return StreamName.of(namespace, string(descriptor, "name"));
  }

  /** A path, which some connectors write as a mere string; empty where there is none. */
  static List<String> path(JsonNode node) {
    if (node.isString()) {
      return List.of(node.stringValue());
    }
    List<String> path = new ArrayList<>();
    node.forEach(part -> part.stringValueOpt().ifPresent(path::add));
    return path;
  }
}
