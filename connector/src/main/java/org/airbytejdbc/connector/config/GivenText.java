package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A value that was given as text, such as {@code config.count=1000}, and can be meant as the text
 * itself or as the JSON that it spells.
 *
 * @param text its secrets filled in
 * @param literal the JSON that the text spells; the text as a JSON string if it spells none
 */
record GivenText(String text, JsonNode literal) {
  GivenText {
    requireNonNull(text, "text");
    requireNonNull(literal, "literal");
  }

  /** The JSON that a text spells: a number, boolean, null, array or object; else a string. */
  static JsonNode literal(String text) {
    try {
      JsonNode parsed = ConfigDocument.JSON.readTree(text);
      return parsed.isMissingNode() || parsed.isString() ? StringNode.valueOf(text) : parsed;
    } catch (JacksonException notJson) {
      return StringNode.valueOf(text);
    }
  }

  /** The value where only these JSON Schema types are allowed; an empty set allows any. */
  JsonNode as(Set<String> types) {
    if (types.isEmpty() || fits(types)) {
      return literal;
    }
    return types.contains("string") ? StringNode.valueOf(text) : literal;
  }

  private boolean fits(Set<String> types) {
    return switch (literal.getNodeType()) {
      case NUMBER ->
          types.contains("number") || (literal.isIntegralNumber() && types.contains("integer"));
      case BOOLEAN -> types.contains("boolean");
      case NULL -> types.contains("null");
      case ARRAY -> types.contains("array");
      case OBJECT -> types.contains("object");
      case STRING, BINARY, MISSING, POJO -> types.contains("string");
    };
  }

  @Override
  public String toString() {
    return "***";
  }
}
