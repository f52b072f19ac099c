package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getColumnPrivileges}: everybody may read every column. */
record ColumnPrivilegesQuery(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String table,
    @Nullable String column)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, "table" AS TABLE_NAME,
          "column" AS COLUMN_NAME, CAST(NULL AS VARCHAR) AS GRANTOR, 'PUBLIC' AS GRANTEE,
          'SELECT' AS PRIVILEGE, 'NO' AS IS_GRANTABLE
        FROM columns WHERE %s AND %s AND %s AND %s
        ORDER BY COLUMN_NAME, PRIVILEGE, TABLE_SCHEM, TABLE_NAME
        """
        .formatted(
            NameCondition.none(catalog),
            NameCondition.is("schema", schema),
            NameCondition.is("\"table\"", table),
            NameCondition.like("\"column\"", column));
  }
}
