package org.airbytejdbc.driver.metadata;

/** A metadata call whose rows are a query over {@link CatalogTables} or {@link FunctionTables}. */
interface MetadataQuery {
  /** Its columns and order are those that JDBC prescribes. */
  String sql();
}
