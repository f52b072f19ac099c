package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.Nullable;

/** {@code getProcedures}, and {@code getProcedureColumns} with their parameters. */
record ProceduresQuery(
    String from,
    @Nullable String catalog,
    @Nullable String schema,
    @Nullable String procedure,
    @Nullable String column)
    implements MetadataQuery {
  @Override
  public String sql() {
    return """
        SELECT * FROM %s WHERE %s AND %s AND %s AND %s
        ORDER BY PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME
        """
        .formatted(
            from,
            MetadataQuery.catalog(catalog),
            MetadataQuery.like("PROCEDURE_SCHEM", schema),
            MetadataQuery.like("PROCEDURE_NAME", procedure),
            column == null ? "true" : MetadataQuery.like("COLUMN_NAME", column));
  }
}
