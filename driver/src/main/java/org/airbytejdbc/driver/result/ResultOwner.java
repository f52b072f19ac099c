package org.airbytejdbc.driver.result;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.calcite.query.ColumnOrigin;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.jspecify.annotations.Nullable;

/** Where a result set's rows come from, and whom it tells how it ends. Thread-safe. */
public interface ResultOwner {
  /** The statement that was executed; null for metadata. */
  @Nullable Statement statement();

  /** The streams' columns that the result's columns are; empty where that is not known. */
  default List<Optional<ColumnOrigin>> origins() {
    return List.of();
  }

  /** How callers are told of types that have a time zone. */
  default TimeZoneTypes timeZoneTypes() {
    return TimeZoneTypes.STANDARD;
  }

  /** Lets go of what the rows come from, once no more of them are wanted. Idempotent. */
  void release();

  /** Hears that the caller has closed the result set, after {@link #release()}. */
  void closed() throws SQLException;

  /** What the caller sees when the rows break off with that failure. */
  SQLException failure(Exception failure);
}
