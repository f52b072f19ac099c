package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getTablePrivileges}: everybody may read every table. */
record TablePrivilegesQuery(
    @Nullable String catalog, @Nullable String schema, @Nullable String table)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, "table" AS TABLE_NAME,
          CAST(NULL AS VARCHAR) AS GRANTOR, 'PUBLIC' AS GRANTEE, 'SELECT' AS PRIVILEGE,
          'NO' AS IS_GRANTABLE
        FROM tables WHERE %s AND %s AND %s
        ORDER BY TABLE_CAT, TABLE_SCHEM, TABLE_NAME, PRIVILEGE
        """
        .formatted(
            NameCondition.none(catalog),
            NameCondition.like("schema", schema),
            NameCondition.like("\"table\"", table));
  }
}
