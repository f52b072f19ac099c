package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getTablePrivileges}: everybody may read every stream. */
record TablePrivilegesQuery(
    @Nullable String catalog, @Nullable String schema, @Nullable String table)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, name AS TABLE_NAME,
          CAST(NULL AS VARCHAR) AS GRANTOR, 'PUBLIC' AS GRANTEE, 'SELECT' AS PRIVILEGE,
          'NO' AS IS_GRANTABLE
        FROM tables WHERE %s AND %s AND %s
        ORDER BY TABLE_CAT, TABLE_SCHEM, TABLE_NAME, PRIVILEGE
        """
        .formatted(
            MetadataQuery.catalog(catalog),
            MetadataQuery.like("schema", schema),
            MetadataQuery.like("name", table));
  }
}
