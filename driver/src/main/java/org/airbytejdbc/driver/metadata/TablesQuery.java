package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getTables}: the streams, what is the user's own, and the system tables. */
record TablesQuery(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String table,
    @Nullable String @Nullable [] types)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, "table" AS TABLE_NAME,
          table_type AS TABLE_TYPE, remarks AS REMARKS, CAST(NULL AS VARCHAR) AS TYPE_CAT,
          CAST(NULL AS VARCHAR) AS TYPE_SCHEM, CAST(NULL AS VARCHAR) AS TYPE_NAME,
          CAST(NULL AS VARCHAR) AS SELF_REFERENCING_COL_NAME,
          CAST(NULL AS VARCHAR) AS REF_GENERATION
        FROM tables WHERE %s AND %s AND %s AND %s
        ORDER BY TABLE_TYPE, TABLE_CAT, TABLE_SCHEM, TABLE_NAME
        """
        .formatted(
            NameCondition.none(catalog),
            NameCondition.like("schema", schema),
            NameCondition.like("\"table\"", table),
            types == null ? "true" : NameCondition.among("table_type", types));
  }
}
