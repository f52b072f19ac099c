package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;

/** {@code getProcedures}: each gives rows. */
record ProceduresQuery(
    @Nullable String catalog, @Nullable String schema, @Nullable String procedure)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS PROCEDURE_CAT, schema AS PROCEDURE_SCHEM,
          name AS PROCEDURE_NAME, CAST(NULL AS VARCHAR) AS RESERVED1,
          CAST(NULL AS VARCHAR) AS RESERVED2, CAST(NULL AS VARCHAR) AS RESERVED3,
          remarks AS REMARKS, CAST(%d AS SMALLINT) AS PROCEDURE_TYPE, name AS SPECIFIC_NAME
        FROM procedures WHERE %s AND %s AND %s
        ORDER BY PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME
        """
        .formatted(
            DatabaseMetaData.procedureReturnsResult,
            NameCondition.none(catalog),
            NameCondition.like("schema", schema),
            NameCondition.like("name", procedure));
  }
}
