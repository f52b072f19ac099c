package org.airbytejdbc.driver.system;

import static org.airbytejdbc.cache.duckdb.SqlName.literal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.calcite.Readable;
import org.airbytejdbc.driver.procedure.Procedure;
import org.airbytejdbc.driver.procedure.Procedure.Parameter;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** What can be called: the engine's own list of its functions, and the procedures. */
final class FunctionsTable implements SystemTable {
  private static final String OF_ENGINE =
      """
      CREATE OR REPLACE VIEW functions AS
      SELECT function_name AS name,
        CASE WHEN function_type LIKE 'table%' THEN 'table' WHEN function_type = 'macro' THEN 'scalar'
          ELSE function_type END AS kind,
        parameters, parameter_types, return_type, description
      FROM duckdb_functions() WHERE function_type <> 'pragma'
      """;

  private static final String TABLE_FUNCTIONS =
      "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type LIKE 'table%'";

  @Override
  public String name() {
    return "functions";
  }

  @Override
  public String description() {
    return "A function of the engine, or a procedure, once for each list of parameters";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "name VARCHAR",
        "kind VARCHAR",
        "parameters VARCHAR[]",
        "parameter_types VARCHAR[]",
        "return_type VARCHAR",
        "description VARCHAR");
  }

  @Override
  public void store(Connection engine, SystemContext context) throws SQLException {
    try (Statement statement = engine.createStatement()) {
      statement.execute(
          OF_ENGINE
              + refused(statement)
              + Procedures.all().stream()
                  .map(FunctionsTable::row)
                  .collect(Collectors.joining(", ", "UNION ALL VALUES ", "")));
    }
  }

  /** Leaves those out that no statement may call, such as readers of the host's files. */
  private static String refused(Statement engine) throws SQLException {
    List<String> refused = new ArrayList<>();
    try (ResultSet names = engine.executeQuery(TABLE_FUNCTIONS)) {
      while (names.next()) {
        if (!Readable.function(names.getString(1))) {
          refused.add(literal(names.getString(1)));
        }
      }
    }
    return "AND NOT (function_type LIKE 'table%' AND function_name IN ("
        + String.join(", ", refused)
        + "))\n";
  }

  private static String row(Procedure procedure) {
    return "(%s, 'procedure', [%s], [%s], NULL, %s)"
        .formatted(
            literal(Procedures.SCHEMA + "." + procedure.name()),
            procedure.parameters().stream()
                .map(Parameter::name)
                .map(name -> literal(name))
                .collect(Collectors.joining(", ")),
            procedure.parameters().stream()
                .map(Parameter::type)
                .map(type -> literal(type))
                .collect(Collectors.joining(", ")),
            literal(procedure.description()));
  }
}
