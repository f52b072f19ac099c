package org.airbytejdbc.driver.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code getTables}: the streams, and the system tables. */
record TablesQuery(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String table,
    String @Nullable [] types)
    implements MetadataQuery {
  /** The type of every stream's table. */
  static final String TYPE = "TABLE";

  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, name AS TABLE_NAME,
          type AS TABLE_TYPE, remarks AS REMARKS, CAST(NULL AS VARCHAR) AS TYPE_CAT,
          CAST(NULL AS VARCHAR) AS TYPE_SCHEM, CAST(NULL AS VARCHAR) AS TYPE_NAME,
          CAST(NULL AS VARCHAR) AS SELF_REFERENCING_COL_NAME,
          CAST(NULL AS VARCHAR) AS REF_GENERATION
        FROM tables WHERE %s AND %s AND %s AND %s
        ORDER BY TABLE_TYPE, TABLE_CAT, TABLE_SCHEM, TABLE_NAME
        """
        .formatted(
            MetadataQuery.catalog(catalog),
            MetadataQuery.like("schema", schema),
            MetadataQuery.like("name", table),
            types == null ? "true" : MetadataQuery.among("type", List.of(types)));
  }
}
