package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getBestRowIdentifier}: the primary key, which is good for ever. */
record BestRowIdentifierQuery(
    @Nullable String catalog, @Nullable String schema, @Nullable String table)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(2 AS SMALLINT) AS SCOPE, c.name AS COLUMN_NAME, c.data_type AS DATA_TYPE,
          c.type_name AS TYPE_NAME, c.size AS COLUMN_SIZE, CAST(NULL AS INTEGER) AS BUFFER_LENGTH,
          CAST(c.digits AS SMALLINT) AS DECIMAL_DIGITS, CAST(1 AS SMALLINT) AS PSEUDO_COLUMN
        FROM primary_keys k
        JOIN columns c ON c.schema = k.schema AND c."table" = k."table" AND c.name = k."column"
        WHERE %s AND %s AND %s
        ORDER BY SCOPE, k.position
        """
        .formatted(
            MetadataQuery.catalog(catalog),
            MetadataQuery.is("k.schema", schema),
            MetadataQuery.is("k.\"table\"", table));
  }
}
