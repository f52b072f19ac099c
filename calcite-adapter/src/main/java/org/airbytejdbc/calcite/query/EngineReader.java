package org.airbytejdbc.calcite.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a query by the engine's own syntax tree, which DuckDB gives as JSON. Without recursion:
 * trees can be deep.
 */
public final class EngineReader {
  /** All others write: DuckDB lets WITH hold an INSERT. */
  private static final Set<String> QUERIES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

  private final List<TableName> tables = new ArrayList<>();
  private final List<JsonNode> places = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();
  private final Deque<Visit> open = new ArrayDeque<>();

  private record Visit(JsonNode node, Scope scope) {}

  private EngineReader() {}

  /**
   * @throws StatementException SYNTAX or UNSUPPORTED
   */
  public static QueryShape read(StatementText text, Engine engine) {
    EngineReader reader = new EngineReader();
    JsonNode tree = reader.readAll(text, engine);
    JsonNode query = tree.path("statements").path(0).path("node");
    return QueryShape.of(
        reader.tables, reader.functions, EngineNoRows.yieldsNoRows(query), Optional.empty());
  }

  /**
   * The text with other names for its tables, as the engine writes it.
   *
   * @param names the path of the table that each name means
   */
  public static String renamed(
      StatementText text, Engine engine, Function<TableName, List<String>> names) {
    EngineReader reader = new EngineReader();
    JsonNode tree = reader.readAll(text, engine);
    for (int i = 0; i < reader.places.size(); i++) {
      ObjectNode name = (ObjectNode) reader.places.get(i).path("qualified_name");
      ArrayNode path = name.putArray("path");
      names.apply(reader.tables.get(i)).forEach(path::add);
    }
    return engine.text(tree);
  }

  private JsonNode readAll(StatementText text, Engine engine) {
    text.nesting().checkForEngine();
    JsonNode tree = engine.syntaxTree(text.sql());
    if (tree.path("error").asBoolean()) {
      throw refusal(tree);
    }
    JsonNode statements = tree.path("statements");
    if (statements.size() != 1) {
      throw new StatementException(
          Kind.UNSUPPORTED, "The text is not one statement", "Run them one at a time.");
    }
    open.add(new Visit(statements, Scope.NONE));
    while (!open.isEmpty()) {
      Visit visit = open.removeLast();
      visit(visit.node, visit.scope);
    }
    return tree;
  }

  private static StatementException refusal(JsonNode error) {
    String message = error.path("error_message").asString();
    if (error.path("error_type").asString().equals("not implemented")) {
      return new StatementException(
          Kind.UNSUPPORTED,
          "Only queries can be run, not this statement",
          "Streams are read-only. A PIVOT must list its values: ON column IN (…).");
    }
    String position = error.path("position").asString("");
    return new StatementException(
        Kind.SYNTAX, position.isEmpty() ? message : message + " (position " + position + ")", "");
  }

  private void visit(JsonNode node, Scope outer) {
    Scope scope = outer;
    if (node.has("cte_map")) {
      scope = query(node, outer);
    }
    switch (node.path("type").asString("")) {
      case "BASE_TABLE" -> table(node, scope);
      case "TABLE_FUNCTION" ->
          functions.add(node.path("function").path("function_name").asString());
      default -> {}
    }
    Scope inner = scope;
    node.properties().stream()
        .filter(field -> !field.getKey().equals("cte_map"))
        .forEach(field -> open(field.getValue(), inner));
    if (node.isArray()) {
      node.values().forEach(item -> open(item, inner));
    }
  }

  private void open(JsonNode node, Scope scope) {
    if (node.isContainer()) {
      open.addFirst(new Visit(node, scope));
    }
  }

  /** Opens the WITH of a query; gives the scope that the rest of the query is in. */
  private Scope query(JsonNode node, Scope outer) {
    if (!QUERIES.contains(node.path("type").asString())) {
      throw new StatementException(
          Kind.UNSUPPORTED, "Streams are read-only, and a part of the statement writes", "");
    }
    Scope scope = outer;
    for (JsonNode item : node.path("cte_map").path("map").values()) {
      open(item.path("value"), scope);
      scope = scope.with(item.path("key").asString());
    }
    String recursive = node.path("cte_name").asString("");
    return recursive.isEmpty() ? scope : scope.with(recursive);
  }

  private void table(JsonNode node, Scope scope) {
    List<String> path = new ArrayList<>();
    node.path("qualified_name").path("path").values().forEach(name -> path.add(name.asString()));
    TableName table = new TableName(path);
    if (!scope.hides(table)) {
      tables.add(table);
      places.add(node);
    }
  }
}
