package org.airbytejdbc.driver.metadata;

import org.airbytejdbc.driver.result.MemoryTable;

/** The calls that have nothing to tell, with the columns that they tell it in. */
final class Nothing {
  static final MemoryTable CATALOGS = MemoryTable.empty("TABLE_CAT VARCHAR");

  static final MemoryTable FOREIGN_KEYS =
      MemoryTable.empty(
          "PKTABLE_CAT VARCHAR",
          "PKTABLE_SCHEM VARCHAR",
          "PKTABLE_NAME VARCHAR",
          "PKCOLUMN_NAME VARCHAR",
          "FKTABLE_CAT VARCHAR",
          "FKTABLE_SCHEM VARCHAR",
          "FKTABLE_NAME VARCHAR",
          "FKCOLUMN_NAME VARCHAR",
          "KEY_SEQ SMALLINT",
          "UPDATE_RULE SMALLINT",
          "DELETE_RULE SMALLINT",
          "FK_NAME VARCHAR",
          "PK_NAME VARCHAR",
          "DEFERRABILITY SMALLINT");

  static final MemoryTable INDEXES =
      MemoryTable.empty(
          "TABLE_CAT VARCHAR",
          "TABLE_SCHEM VARCHAR",
          "TABLE_NAME VARCHAR",
          "NON_UNIQUE BOOLEAN",
          "INDEX_QUALIFIER VARCHAR",
          "INDEX_NAME VARCHAR",
          "TYPE SMALLINT",
          "ORDINAL_POSITION SMALLINT",
          "COLUMN_NAME VARCHAR",
          "ASC_OR_DESC VARCHAR",
          "CARDINALITY BIGINT",
          "PAGES BIGINT",
          "FILTER_CONDITION VARCHAR");

  static final MemoryTable VERSION_COLUMNS =
      MemoryTable.empty(
          "SCOPE SMALLINT",
          "COLUMN_NAME VARCHAR",
          "DATA_TYPE INTEGER",
          "TYPE_NAME VARCHAR",
          "COLUMN_SIZE INTEGER",
          "BUFFER_LENGTH INTEGER",
          "DECIMAL_DIGITS SMALLINT",
          "PSEUDO_COLUMN SMALLINT");

  static final MemoryTable USER_TYPES =
      MemoryTable.empty(
          "TYPE_CAT VARCHAR",
          "TYPE_SCHEM VARCHAR",
          "TYPE_NAME VARCHAR",
          "CLASS_NAME VARCHAR",
          "DATA_TYPE INTEGER",
          "REMARKS VARCHAR",
          "BASE_TYPE SMALLINT");

  static final MemoryTable SUPER_TYPES =
      MemoryTable.empty(
          "TYPE_CAT VARCHAR",
          "TYPE_SCHEM VARCHAR",
          "TYPE_NAME VARCHAR",
          "SUPERTYPE_CAT VARCHAR",
          "SUPERTYPE_SCHEM VARCHAR",
          "SUPERTYPE_NAME VARCHAR");

  static final MemoryTable SUPER_TABLES =
      MemoryTable.empty(
          "TABLE_CAT VARCHAR",
          "TABLE_SCHEM VARCHAR",
          "TABLE_NAME VARCHAR",
          "SUPERTABLE_NAME VARCHAR");

  static final MemoryTable ATTRIBUTES =
      MemoryTable.empty(
          "TYPE_CAT VARCHAR",
          "TYPE_SCHEM VARCHAR",
          "TYPE_NAME VARCHAR",
          "ATTR_NAME VARCHAR",
          "DATA_TYPE INTEGER",
          "ATTR_TYPE_NAME VARCHAR",
          "ATTR_SIZE INTEGER",
          "DECIMAL_DIGITS INTEGER",
          "NUM_PREC_RADIX INTEGER",
          "NULLABLE INTEGER",
          "REMARKS VARCHAR",
          "ATTR_DEF VARCHAR",
          "SQL_DATA_TYPE INTEGER",
          "SQL_DATETIME_SUB INTEGER",
          "CHAR_OCTET_LENGTH INTEGER",
          "ORDINAL_POSITION INTEGER",
          "IS_NULLABLE VARCHAR",
          "SCOPE_CATALOG VARCHAR",
          "SCOPE_SCHEMA VARCHAR",
          "SCOPE_TABLE VARCHAR",
          "SOURCE_DATA_TYPE SMALLINT");

  static final MemoryTable PSEUDO_COLUMNS =
      MemoryTable.empty(
          "TABLE_CAT VARCHAR",
          "TABLE_SCHEM VARCHAR",
          "TABLE_NAME VARCHAR",
          "COLUMN_NAME VARCHAR",
          "DATA_TYPE INTEGER",
          "COLUMN_SIZE INTEGER",
          "DECIMAL_DIGITS INTEGER",
          "NUM_PREC_RADIX INTEGER",
          "COLUMN_USAGE VARCHAR",
          "REMARKS VARCHAR",
          "CHAR_OCTET_LENGTH INTEGER",
          "IS_NULLABLE VARCHAR");

  private Nothing() {}
}
