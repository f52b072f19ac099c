package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/**
 * {@code getBestRowIdentifier}: the primary key, which is good for ever and so for every scope.
 * That its columns could hold NULL is for the connector to rule out, so it is told either way.
 */
record BestRowIdentifierQuery(
    @Nullable String catalog, @Nullable String schema, @Nullable String table)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(2 AS SMALLINT) AS SCOPE, c."column" AS COLUMN_NAME, data_type AS DATA_TYPE,
          type_name AS TYPE_NAME, size AS COLUMN_SIZE, CAST(NULL AS INTEGER) AS BUFFER_LENGTH,
          CAST(digits AS SMALLINT) AS DECIMAL_DIGITS, CAST(1 AS SMALLINT) AS PSEUDO_COLUMN
        FROM primary_keys k JOIN columns c USING (schema, "table", "column") JOIN types USING (type)
        WHERE %s AND %s AND %s
        ORDER BY SCOPE, schema, "table", k.position
        """
        .formatted(
            NameCondition.none(catalog),
            NameCondition.is("schema", schema),
            NameCondition.is("\"table\"", table));
  }
}
