package org.airbytejdbc.calcite.query;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine says of its own language: its syntax trees, its functions, its system tables.
 *
 * <p>Thread-safe. Opened at the first question; closed by whoever made it.
 */
public final class Engine implements AutoCloseable {
  /** The engine bounds the depth of its trees itself; each of its levels is a few of JSON. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100_000).build())
                  .build())
          .build();

  private final Supplier<Connection> opener;
  private @Nullable Connection connection;
  private @Nullable Set<String> rowFunctions;
  private @Nullable Set<String> tables;
  private boolean closed;

  /**
   * @param opener of a connection of the engine's own, opened when it is first needed
   */
  public Engine(Supplier<Connection> opener) {
    this.opener = opener;
  }

  /** DuckDB's {@code json_serialize_sql} of the text: its statements, or its error. */
  public synchronized JsonNode syntaxTree(String sql) {
    return JSON.readTree(answer("SELECT json_serialize_sql(?::VARCHAR)", sql));
  }

  /** The text of such a tree. */
  synchronized String text(JsonNode tree) {
    return answer("SELECT json_deserialize_sql(?::JSON)", JSON.writeValueAsString(tree));
  }

  private String answer(String query, String argument) {
    try (PreparedStatement statement = connection().prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Whether a function of that name gives one value for one row, whatever other rows there are. */
  public synchronized boolean isRowFunction(String name) {
    if (rowFunctions == null) {
      rowFunctions =
          names(
              "SELECT function_name FROM duckdb_functions() GROUP BY 1"
                  + " HAVING bool_and(function_type = 'scalar')");
    }
    return rowFunctions.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a table of that name is the engine's own, and found without a schema. */
  public synchronized boolean isSystemTable(String name) {
    if (tables == null) {
      tables =
          names(
              "SELECT view_name FROM duckdb_views()"
                  + " WHERE internal AND schema_name <> 'information_schema'");
    }
    return tables.contains(name.toLowerCase(Locale.ROOT));
  }

  private Set<String> names(String query) {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toUnmodifiableSet());
  }

  private Connection connection() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    Connection open = connection;
    if (open == null) {
      open = opener.get();
      connection = open;
    }
    return open;
  }

  private static StatementException failed(SQLException e) {
    return new StatementException(
        Kind.SYNTAX, "The engine cannot read the statement: " + e.getMessage(), "", e);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }
}
