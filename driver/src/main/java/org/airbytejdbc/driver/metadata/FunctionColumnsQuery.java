package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;

/** {@code getFunctionColumns}: what functions give and take. */
record FunctionColumnsQuery(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String function,
    @Nullable String column)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS FUNCTION_CAT, CAST(NULL AS VARCHAR) AS FUNCTION_SCHEM,
          name AS FUNCTION_NAME, "column" AS COLUMN_NAME,
          CAST(CASE WHEN position = 0 THEN %d ELSE %d END AS SMALLINT) AS COLUMN_TYPE,
          data_type AS DATA_TYPE, type_name AS TYPE_NAME, size AS PRECISION, size AS LENGTH,
          CAST(digits AS SMALLINT) AS SCALE, CAST(radix AS SMALLINT) AS RADIX,
          CAST(%d AS SMALLINT) AS NULLABLE, remarks AS REMARKS, octets AS CHAR_OCTET_LENGTH,
          position AS ORDINAL_POSITION, 'YES' AS IS_NULLABLE, specific AS SPECIFIC_NAME
        FROM function_columns JOIN function_types USING (type) WHERE %s AND %s AND %s AND %s
        ORDER BY FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME, ORDINAL_POSITION
        """
        .formatted(
            DatabaseMetaData.functionReturn,
            DatabaseMetaData.functionColumnIn,
            DatabaseMetaData.functionNullable,
            NameCondition.none(catalog),
            NameCondition.none(schema),
            NameCondition.like("name", function),
            NameCondition.like("\"column\"", column));
  }
}
