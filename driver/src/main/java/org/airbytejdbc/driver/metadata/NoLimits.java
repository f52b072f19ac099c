package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * Names, statements and rows can be as long as they like: 0 means no limit, or none that is known.
 */
interface NoLimits extends DatabaseMetaData {
  @Override
  default int getMaxBinaryLiteralLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxCharLiteralLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxColumnNameLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxColumnsInGroupBy() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxColumnsInIndex() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxColumnsInOrderBy() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxColumnsInSelect() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxColumnsInTable() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxConnections() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxCursorNameLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxIndexLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxSchemaNameLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxProcedureNameLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxCatalogNameLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxRowSize() throws SQLException {
    return 0;
  }

  @Override
  default boolean doesMaxRowSizeIncludeBlobs() throws SQLException {
    return true;
  }

  @Override
  default int getMaxStatementLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxStatements() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxTableNameLength() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxTablesInSelect() throws SQLException {
    return 0;
  }

  @Override
  default int getMaxUserNameLength() throws SQLException {
    return 0;
  }

  @Override
  default long getMaxLogicalLobSize() throws SQLException {
    return 0;
  }
}
