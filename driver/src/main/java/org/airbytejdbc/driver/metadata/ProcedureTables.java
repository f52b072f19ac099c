package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.driver.procedure.Procedure;
import org.airbytejdbc.driver.procedure.Procedure.Parameter;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.jspecify.annotations.Nullable;

/**
 * What can be called as tables {@code procedures}, {@code procedure_columns} and {@code
 * procedure_types} in memory.
 */
final class ProcedureTables {
  private ProcedureTables() {}

  static void fill(Connection engine, TimeZoneTypes zones) throws SQLException {
    List<List<@Nullable Object>> procedures = new ArrayList<>();
    List<List<@Nullable Object>> columns = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (Procedure procedure : Procedures.all()) {
      procedures.add(Arrays.asList(Procedures.SCHEMA, procedure.name(), procedure.description()));
      int position = 0;
      for (Parameter parameter : procedure.parameters()) {
        columns.add(parameter(procedure, parameter, ++position));
        types.add(parameter.type());
      }
      position = 0;
      for (Column column : procedure.columns()) {
        columns.add(column(procedure, column, ++position));
        types.add(column.type());
      }
    }
    new MemoryTable(
            MemoryTable.columns("schema VARCHAR", "name VARCHAR", "remarks VARCHAR"), procedures)
        .store(engine, "procedures");
    new MemoryTable(
            MemoryTable.columns(
                "schema VARCHAR",
                "name VARCHAR",
                "kind SMALLINT",
                "position INTEGER",
                "column VARCHAR",
                "type VARCHAR",
                "required BOOLEAN",
                "remarks VARCHAR"),
            columns)
        .store(engine, "procedure_columns");
    TypeTable.of(types.stream(), zones).store(engine, "procedure_types");
  }

  private static List<@Nullable Object> parameter(
      Procedure procedure, Parameter parameter, int position) {
    return Arrays.asList(
        Procedures.SCHEMA,
        procedure.name(),
        DatabaseMetaData.procedureColumnIn,
        position,
        parameter.name(),
        parameter.type(),
        parameter.required(),
        parameter.description());
  }

  private static List<@Nullable Object> column(Procedure procedure, Column column, int position) {
    return Arrays.asList(
        Procedures.SCHEMA,
        procedure.name(),
        DatabaseMetaData.procedureColumnResult,
        position,
        column.name(),
        column.type(),
        false,
        null);
  }
}
