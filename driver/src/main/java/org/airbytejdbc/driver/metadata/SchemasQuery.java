package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getSchemas}: the sources, and where the user's own is. */
record SchemasQuery(@Nullable String catalog, @Nullable String schema) implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT schema AS TABLE_SCHEM, CAST(NULL AS VARCHAR) AS TABLE_CATALOG
        FROM schemas WHERE %s AND %s
        ORDER BY TABLE_CATALOG, TABLE_SCHEM
        """
        .formatted(NameCondition.none(catalog), NameCondition.like("schema", schema));
  }
}
