package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getPrimaryKeys}: the keys that the connectors name. */
record PrimaryKeysQuery(@Nullable String catalog, @Nullable String schema, @Nullable String table)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, "table" AS TABLE_NAME,
          "column" AS COLUMN_NAME, position AS KEY_SEQ, CAST(NULL AS VARCHAR) AS PK_NAME
        FROM primary_keys WHERE %s AND %s AND %s
        ORDER BY COLUMN_NAME, TABLE_SCHEM, TABLE_NAME
        """
        .formatted(
            NameCondition.none(catalog),
            NameCondition.is("schema", schema),
            NameCondition.is("\"table\"", table));
  }
}
