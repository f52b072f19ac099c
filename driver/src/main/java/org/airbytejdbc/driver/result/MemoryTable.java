package org.airbytejdbc.driver.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small table that was made up, to be queried by the engine in memory.
 *
 * @param rows of strings, numbers, booleans, JSON, lists of these and nulls, in the columns' order
 */
public record MemoryTable(List<Column> columns, List<List<@Nullable Object>> rows) {
  /** A column; {@code type} as the engine writes it. */
  public record Column(String name, String type) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  public MemoryTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A table without rows; each column as its name and type with a blank between. */
  public static MemoryTable empty(String... columns) {
    return new MemoryTable(columns(columns), List.of());
  }

  /** Columns, each as its name and type with a blank between. */
  public static List<Column> columns(String... columns) {
    return List.of(columns).stream()
        .map(column -> column.split(" ", 2))
        .map(parts -> new Column(parts[0], parts[1]))
        .toList();
  }

  /** Its rows; the result is closed with the connection. */
  public ResultSet query(Connection engine) throws SQLException {
    return given(engine.prepareStatement(select())).executeQuery();
  }

  /** Puts it into the engine, in place of what had the name before. */
  public void store(Connection engine, String name) throws SQLException {
    try (PreparedStatement create =
        engine.prepareStatement(
            "CREATE OR REPLACE TABLE " + SqlName.quoted(name) + " AS " + select())) {
      given(create).execute();
    }
  }

  /** As one JSON text: the engine takes seconds for thousands of rows as literals. */
  private PreparedStatement given(PreparedStatement statement) throws SQLException {
    ArrayNode array = JSON.createArrayNode();
    for (List<@Nullable Object> row : rows) {
      ObjectNode object = array.addObject();
      for (int i = 0; i < columns.size(); i++) {
        object.putPOJO(columns.get(i).name(), row.get(i));
      }
    }
    statement.setString(1, JSON.writeValueAsString(array));
    return statement;
  }

  private String select() {
    ArrayNode structure = JSON.createArrayNode();
    ObjectNode struct = structure.addObject();
    columns.forEach(column -> struct.put(column.name(), column.type()));
    return columns.stream()
            .map(column -> "r." + SqlName.quoted(column.name()))
            .collect(
                Collectors.joining(", ", "SELECT ", " FROM (SELECT unnest(from_json(?::JSON, "))
        + SqlName.literal(JSON.writeValueAsString(structure))
        + ")) AS r)";
  }
}
