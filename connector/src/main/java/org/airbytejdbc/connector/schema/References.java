package org.airbytejdbc.connector.schema;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The references within one schema. */
final class References {
  private static final int LONGEST_CHAIN = 20;

  private final JsonNode root;

  References(JsonNode root) {
    this.root = root;
  }

  /** A set of nodes that tells equal ones apart, to see where a walk has been. */
  static Set<JsonNode> nodes() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** What a schema refers to, or itself; missing if that is elsewhere, nowhere or in a circle. */
  JsonNode follow(JsonNode schema) {
    JsonNode target = schema;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      JsonNode reference = target.path("$ref");
      if (!reference.isString()) {
        return target;
      }
      target = find(reference.stringValue());
    }
    return MissingNode.getInstance();
  }

  private JsonNode find(String reference) {
    if (!reference.startsWith("#")) {
      return MissingNode.getInstance();
    }
    try {
      return root.at(JsonPointer.compile(reference.substring(1)));
    } catch (IllegalArgumentException noPointer) {
      return MissingNode.getInstance();
    }
  }
}
