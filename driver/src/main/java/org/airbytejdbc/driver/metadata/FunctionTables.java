package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.calcite.Readable;
import org.airbytejdbc.driver.settings.TimeZoneTypes;

/**
 * The engine's functions as tables {@code functions}, {@code function_columns} and {@code
 * function_types} in memory: those with a name that can be called, each as often as it has lists of
 * parameters, which makes its specific name.
 */
final class FunctionTables {
  private static final String FUNCTIONS =
      """
      CREATE OR REPLACE TABLE functions AS
      SELECT DISTINCT ON (specific) function_name AS name, parameters,
        list_transform(parameter_types, lambda t: coalesce(t, 'ANY')) AS types,
        description AS remarks, function_type AS kind, kind LIKE 'table%' AS is_table,
        function_name || '(' || array_to_string(types, ', ') || ')'
          || CASE WHEN is_table THEN ' TABLE' ELSE '' END AS specific,
        coalesce(return_type, 'ANY') AS returns, varargs IS NOT NULL AS varargs
      FROM duckdb_functions()
      WHERE kind <> 'pragma' AND regexp_full_match(name, '[A-Za-z][A-Za-z0-9_]*')
      """;

  private static final String COLUMNS =
      """
      CREATE OR REPLACE TABLE function_columns AS
      SELECT name, specific, 0 AS position, '' AS "column", returns AS type,
        CAST(NULL AS VARCHAR) AS remarks
      FROM functions WHERE NOT is_table
      UNION ALL
      SELECT name, specific, CAST(i AS INTEGER), coalesce(parameters[i], 'arg' || i), types[i],
        CASE WHEN varargs AND i = len(types) THEN 'Can be given many times' END
      FROM functions, unnest(range(1, len(types) + 1)) AS indexes(i)
      """;

  private FunctionTables() {}

  static void fill(Connection engine, TimeZoneTypes zones) throws SQLException {
    try (Statement statement = engine.createStatement()) {
      statement.execute(FUNCTIONS);
      for (String name : texts(statement, "SELECT DISTINCT name FROM functions WHERE is_table")) {
        if (!Readable.function(name)) {
          statement.execute(
              "DELETE FROM functions WHERE is_table AND " + NameCondition.is("name", name));
        }
      }
      statement.execute(COLUMNS);
      Stream<String> types =
          texts(statement, "SELECT DISTINCT type FROM function_columns").stream();
      TypeTable.of(types, zones).store(engine, "function_types");
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
