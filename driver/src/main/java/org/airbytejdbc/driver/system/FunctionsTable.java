package org.airbytejdbc.driver.system;

import static org.airbytejdbc.cache.catalog.SqlName.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
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
              + Procedures.all().stream()
                  .map(FunctionsTable::row)
                  .collect(Collectors.joining(", ", "UNION ALL VALUES ", "")));
    }
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
