package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.driver.procedure.Procedure;
import org.airbytejdbc.driver.procedure.Procedure.Parameter;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/** {@code getProcedures} and {@code getProcedureColumns}: what can be called. */
final class ProcedureTables {
  private ProcedureTables() {}

  static MemoryTable procedures() {
    return new MemoryTable(
        MemoryTable.columns(
            "PROCEDURE_CAT VARCHAR",
            "PROCEDURE_SCHEM VARCHAR",
            "PROCEDURE_NAME VARCHAR",
            "RESERVED1 VARCHAR",
            "RESERVED2 VARCHAR",
            "RESERVED3 VARCHAR",
            "REMARKS VARCHAR",
            "PROCEDURE_TYPE SMALLINT",
            "SPECIFIC_NAME VARCHAR"),
        Procedures.all().stream().map(ProcedureTables::row).toList());
  }

  static MemoryTable parameters() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Procedure procedure : Procedures.all()) {
      for (int i = 0; i < procedure.parameters().size(); i++) {
        rows.add(row(procedure, procedure.parameters().get(i), i + 1));
      }
    }
    return new MemoryTable(
        MemoryTable.columns(
            "PROCEDURE_CAT VARCHAR",
            "PROCEDURE_SCHEM VARCHAR",
            "PROCEDURE_NAME VARCHAR",
            "COLUMN_NAME VARCHAR",
            "COLUMN_TYPE SMALLINT",
            "DATA_TYPE INTEGER",
            "TYPE_NAME VARCHAR",
            "PRECISION INTEGER",
            "LENGTH INTEGER",
            "SCALE SMALLINT",
            "RADIX SMALLINT",
            "NULLABLE SMALLINT",
            "REMARKS VARCHAR",
            "COLUMN_DEF VARCHAR",
            "SQL_DATA_TYPE INTEGER",
            "SQL_DATETIME_SUB INTEGER",
            "CHAR_OCTET_LENGTH INTEGER",
            "ORDINAL_POSITION INTEGER",
            "IS_NULLABLE VARCHAR",
            "SPECIFIC_NAME VARCHAR"),
        rows);
  }

  private static List<@Nullable Object> row(Procedure procedure) {
    return Arrays.asList(
        null,
        Procedures.SCHEMA,
        procedure.name(),
        null,
        null,
        null,
        procedure.description(),
        DatabaseMetaData.procedureReturnsResult,
        procedure.name());
  }

  private static List<@Nullable Object> row(
      Procedure procedure, Parameter parameter, int position) {
    ColumnType type = ColumnType.of(parameter.type());
    return Arrays.asList(
        null,
        Procedures.SCHEMA,
        procedure.name(),
        parameter.name(),
        DatabaseMetaData.procedureColumnIn,
        type.jdbcType(),
        type.engineName(),
        type.precision(),
        type.precision(),
        null,
        10,
        parameter.required()
            ? DatabaseMetaData.procedureNoNulls
            : DatabaseMetaData.procedureNullable,
        parameter.description(),
        null,
        null,
        null,
        null,
        position,
        parameter.required() ? "NO" : "YES",
        procedure.name());
  }
}
