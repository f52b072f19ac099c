package org.airbytejdbc.connector.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies what a spec knows of a config's values: which types they have, which are secret. */
final class SpecTyping {
  private final SpecSchema spec;

  SpecTyping(JsonNode specification) {
    this.spec = SpecSchema.of(specification);
  }

  /** Gives each value that was written as text the type that the spec asks for. */
  void type(ObjectNode config, Map<JsonPointer, GivenText> texts) {
    texts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> entry.getKey().toString().length()))
        .forEach(entry -> type(config, entry.getKey(), entry.getValue()));
  }

  /** The values at the places that the spec marks as secret. */
  Set<String> secrets(JsonNode config) {
    Set<String> values = new LinkedHashSet<>();
    collect(spec, config, false, values);
    return values;
  }

  private void type(ObjectNode config, JsonPointer at, GivenText given) {
    JsonNode value = given.as(spec.at(at).types());
    JsonPointer last = at.last();
    JsonNode parent = config.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.set(last.getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), value);
    }
  }

  private static void collect(
      SpecSchema schema, JsonNode value, boolean inSecret, Set<String> values) {
    boolean secret = inSecret || schema.secret();
    if (value.isObject()) {
      value
          .properties()
          .forEach(e -> collect(schema.property(e.getKey()), e.getValue(), secret, values));
    } else if (value.isArray()) {
      value.forEach(element -> collect(schema.items(), element, secret, values));
    } else if (secret && (value.isString() || value.isNumber())) {
      values.add(value.asString());
    }
  }
}
