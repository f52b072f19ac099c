package org.airbytejdbc.driver.metadata;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Streams are only read; views and tables of the user's own are written, in transactions. */
interface WritingRules extends DatabaseMetaData {
  @Override
  default boolean usesLocalFiles() throws SQLException {
    return true;
  }

  @Override
  default boolean usesLocalFilePerTable() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsAlterTableWithAddColumn() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsAlterTableWithDropColumn() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsMultipleTransactions() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsNonNullableColumns() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsIntegrityEnhancementFacility() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsPositionedDelete() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsPositionedUpdate() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsSelectForUpdate() throws SQLException {
    return false;
  }

  @Override
  default int getDefaultTransactionIsolation() throws SQLException {
    return Connection.TRANSACTION_READ_COMMITTED;
  }

  @Override
  default boolean supportsTransactions() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsTransactionIsolationLevel(int level) throws SQLException {
    return level == Connection.TRANSACTION_READ_COMMITTED;
  }

  @Override
  default boolean supportsDataDefinitionAndDataManipulationTransactions() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsDataManipulationTransactionsOnly() throws SQLException {
    return false;
  }

  @Override
  default boolean dataDefinitionCausesTransactionCommit() throws SQLException {
    return false;
  }

  @Override
  default boolean dataDefinitionIgnoredInTransactions() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsBatchUpdates() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsSavepoints() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsGetGeneratedKeys() throws SQLException {
    return false;
  }

  @Override
  default boolean locatorsUpdateCopy() throws SQLException {
    return false;
  }

  @Override
  default boolean generatedKeyAlwaysReturned() throws SQLException {
    return false;
  }
}
