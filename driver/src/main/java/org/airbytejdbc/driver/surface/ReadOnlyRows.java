package org.airbytejdbc.driver.surface;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;

/** Rows that cannot be changed, added or removed, and never were. */
public interface ReadOnlyRows extends NoUpdatesByIndex, NoUpdatesByLabel {
  /** The error of each call that would change a row. */
  static SQLException refused() {
    return SqlErrors.notSupported("Changing a row of a result set");
  }

  @Override
  default int getConcurrency() throws SQLException {
    getMetaData();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  default boolean rowUpdated() throws SQLException {
    getMetaData();
    return false;
  }

  @Override
  default boolean rowInserted() throws SQLException {
    getMetaData();
    return false;
  }

  @Override
  default boolean rowDeleted() throws SQLException {
    getMetaData();
    return false;
  }

  @Override
  default void insertRow() throws SQLException {
    throw refused();
  }

  @Override
  default void updateRow() throws SQLException {
    throw refused();
  }

  @Override
  default void deleteRow() throws SQLException {
    throw refused();
  }

  @Override
  default void refreshRow() throws SQLException {
    throw refused();
  }

  @Override
  default void cancelRowUpdates() throws SQLException {
    throw refused();
  }

  @Override
  default void moveToInsertRow() throws SQLException {
    throw refused();
  }

  @Override
  default void moveToCurrentRow() throws SQLException {
    throw refused();
  }
}
