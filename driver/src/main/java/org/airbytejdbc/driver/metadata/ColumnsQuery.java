package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getColumns}. Streams have no constraints, so every column of theirs can be NULL. */
record ColumnsQuery(
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String table,
    @Nullable String column)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT CAST(NULL AS VARCHAR) AS TABLE_CAT, schema AS TABLE_SCHEM, "table" AS TABLE_NAME,
          "column" AS COLUMN_NAME, data_type AS DATA_TYPE, type_name AS TYPE_NAME,
          size AS COLUMN_SIZE, CAST(NULL AS INTEGER) AS BUFFER_LENGTH,
          digits AS DECIMAL_DIGITS, radix AS NUM_PREC_RADIX,
          CAST(nullable AS INTEGER) AS NULLABLE, remarks AS REMARKS, CAST(NULL AS VARCHAR) AS COLUMN_DEF,
          CAST(NULL AS INTEGER) AS SQL_DATA_TYPE, CAST(NULL AS INTEGER) AS SQL_DATETIME_SUB,
          octets AS CHAR_OCTET_LENGTH, position AS ORDINAL_POSITION, if(nullable, 'YES', 'NO') AS IS_NULLABLE,
          CAST(NULL AS VARCHAR) AS SCOPE_CATALOG, CAST(NULL AS VARCHAR) AS SCOPE_SCHEMA,
          CAST(NULL AS VARCHAR) AS SCOPE_TABLE, CAST(NULL AS SMALLINT) AS SOURCE_DATA_TYPE,
          'NO' AS IS_AUTOINCREMENT, 'NO' AS IS_GENERATEDCOLUMN
        FROM columns JOIN types USING (type) WHERE %s AND %s AND %s AND %s
        ORDER BY TABLE_CAT, TABLE_SCHEM, TABLE_NAME, ORDINAL_POSITION
        """
        .formatted(
            NameCondition.none(catalog),
            NameCondition.like("schema", schema),
            NameCondition.like("\"table\"", table),
            NameCondition.like("\"column\"", column));
  }
}
