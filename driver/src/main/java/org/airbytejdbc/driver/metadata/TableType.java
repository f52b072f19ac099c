package org.airbytejdbc.driver.metadata;

import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.result.MemoryTable;

/** What {@code TABLE_TYPE} tells a table to be. */
enum TableType {
  /** A table of the user's own that goes with the connection. */
  LOCAL_TEMPORARY("LOCAL TEMPORARY"),
  /** One of the schema {@code airbyte}, which tells of the rest. */
  SYSTEM_TABLE("SYSTEM TABLE"),
  /** A stream, or a table of the user's own. */
  TABLE("TABLE"),
  /** One of the user's own, which may be temporary. */
  VIEW("VIEW");

  private final String text;

  TableType(String text) {
    this.text = text;
  }

  /** {@code getTableTypes}: all that there are. */
  static MemoryTable table() {
    return new MemoryTable(
        MemoryTable.columns("TABLE_TYPE VARCHAR"),
        Stream.of(values()).map(TableType::text).sorted().map(List::<Object>of).toList());
  }

  /** As JDBC writes it. */
  String text() {
    return text;
  }
}
