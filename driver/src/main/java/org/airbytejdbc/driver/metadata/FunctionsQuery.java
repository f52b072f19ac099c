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
          name AS FUNCTION_NAME, remarks AS REMARKS,
          CAST(CASE WHEN is_table THEN %d ELSE %d END AS SMALLINT) AS FUNCTION_TYPE,
          specific AS SPECIFIC_NAME
        FROM functions WHERE %s AND %s AND %s
        ORDER BY FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME
        """
        .formatted(
            DatabaseMetaData.functionReturnsTable,
            DatabaseMetaData.functionNoTable,
            NameCondition.none(catalog),
            NameCondition.none(schema),
            NameCondition.like("name", function));
  }
}
