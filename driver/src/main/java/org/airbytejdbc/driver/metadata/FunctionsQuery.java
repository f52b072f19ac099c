package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;

/** {@code getFunctions}: those of the engine, which belong to no schema. */
record FunctionsQuery(@Nullable String catalog, @Nullable String schema, @Nullable String function)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS FUNCTION_CAT, CAST(NULL AS VARCHAR) AS FUNCTION_SCHEM,
          function_name AS FUNCTION_NAME, max(description) AS REMARKS,
          CAST(max(CASE WHEN function_type LIKE 'table%%' THEN %d ELSE %d END) AS SMALLINT)
            AS FUNCTION_TYPE,
          function_name AS SPECIFIC_NAME
        FROM duckdb_functions()
        WHERE function_type <> 'pragma' AND %s AND %s AND %s
        GROUP BY function_name
        ORDER BY FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME
        """
        .formatted(
            DatabaseMetaData.functionReturnsTable,
            DatabaseMetaData.functionNoTable,
            MetadataQuery.catalog(catalog),
            schema == null || schema.isEmpty() || schema.equals("%") ? "true" : "false",
            MetadataQuery.like("function_name", function));
  }
}
