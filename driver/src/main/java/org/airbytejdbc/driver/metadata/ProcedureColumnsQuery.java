package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;

/** {@code getProcedureColumns}: parameters, then the columns of the answer. */
record ProcedureColumnsQuery(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String procedure,
    @Nullable String column)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS PROCEDURE_CAT, schema AS PROCEDURE_SCHEM,
          name AS PROCEDURE_NAME, "column" AS COLUMN_NAME, kind AS COLUMN_TYPE,
          data_type AS DATA_TYPE, type_name AS TYPE_NAME, size AS PRECISION, size AS LENGTH,
          CAST(digits AS SMALLINT) AS SCALE, CAST(radix AS SMALLINT) AS RADIX,
          CAST(CASE WHEN required THEN %d ELSE %d END AS SMALLINT) AS NULLABLE,
          remarks AS REMARKS, CAST(NULL AS VARCHAR) AS COLUMN_DEF,
          CAST(NULL AS INTEGER) AS SQL_DATA_TYPE, CAST(NULL AS INTEGER) AS SQL_DATETIME_SUB,
          octets AS CHAR_OCTET_LENGTH, position AS ORDINAL_POSITION,
          CASE WHEN required THEN 'NO' ELSE 'YES' END AS IS_NULLABLE, name AS SPECIFIC_NAME
        FROM procedure_columns JOIN procedure_types USING (type) WHERE %s AND %s AND %s AND %s
        ORDER BY PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME, kind, position
        """
        .formatted(
            DatabaseMetaData.procedureNoNulls,
            DatabaseMetaData.procedureNullable,
            NameCondition.none(catalog),
            NameCondition.like("schema", schema),
            NameCondition.like("name", procedure),
            NameCondition.like("\"column\"", column));
  }
}
