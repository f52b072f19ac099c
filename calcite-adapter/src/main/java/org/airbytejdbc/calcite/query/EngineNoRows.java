package org.airbytejdbc.calcite.query;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What {@link CalciteNoRows} knows, in the engine's syntax tree; DESCRIBE as well. */
final class EngineNoRows {
  private EngineNoRows() {}

  static boolean yieldsNoRows(JsonNode query) {
    JsonNode node = query;
    while (node.path("type").asString("").equals("SELECT_NODE")) {
      if (limitIsZero(node)) {
        return true;
      }
      boolean readsElsewhere =
          node.path("select_list").toString().contains("\"SUBQUERY\"")
              || node.path("having").toString().contains("\"SUBQUERY\"");
      if (readsElsewhere) {
        return false;
      }
      if (isFalse(node.path("where_clause"))) {
        return true;
      }
      JsonNode from = node.path("from_table");
      if (from.path("type").asString("").equals("SHOW_REF")) {
        return !from.path("show_type").asString("").equals("SUMMARY");
      }
      node = from.path("subquery").path("node");
    }
    return false;
  }

  private static boolean limitIsZero(JsonNode node) {
    for (JsonNode modifier : node.path("modifiers").values()) {
      boolean zero = number(modifier.path("limit")).filter(n -> n.signum() == 0).isPresent();
      if (zero) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFalse(JsonNode condition) {
    boolean and = condition.path("type").asString("").equals("CONJUNCTION_AND");
    return and
        ? condition.path("children").values().stream().anyMatch(EngineNoRows::isFalsePart)
        : isFalsePart(condition);
  }

  private static boolean isFalsePart(JsonNode condition) {
    JsonNode literal = condition.path("literal");
    if (literal.path("kind").asString("").equals("BOOLEAN")) {
      return literal.path("text").asString().equals("false");
    }
    Optional<BigDecimal> left = number(condition.path("left"));
    Optional<BigDecimal> right = number(condition.path("right"));
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    int order = left.get().compareTo(right.get());
    return switch (condition.path("type").asString("")) {
      case "COMPARE_EQUAL" -> order != 0;
      case "COMPARE_NOTEQUAL" -> order == 0;
      case "COMPARE_LESSTHAN" -> order >= 0;
      case "COMPARE_GREATERTHAN" -> order <= 0;
      default -> false;
    };
  }

  private static Optional<BigDecimal> number(JsonNode constant) {
    JsonNode literal = constant.path("literal");
    return literal.path("kind").asString("").equals("INTEGER")
        ? Optional.of(new BigDecimal(literal.path("text").asString()))
        : Optional.empty();
  }
}
