package org.airbytejdbc.calcite;

import java.util.Optional;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.StatementText;

/**
 * A statement that makes, changes or drops a view or table, as its text says.
 *
 * @param sql the whole of it
 * @param temporary whether it says that what it makes is temporary
 * @param missingAllowed whether it says IF EXISTS
 * @param target what it writes to
 * @param start where the name of the target begins in the text
 * @param end behind the name of the target
 * @param reads a query that reads what this reads; empty if it reads nothing
 * @param needsRows whether it reads rows, not columns alone
 * @param returning whether it gives rows
 */
record WriteText(
    Verb verb,
    String sql,
    boolean temporary,
    boolean missingAllowed,
    TableName target,
    int start,
    int end,
    Optional<StatementText> reads,
    boolean needsRows,
    boolean returning) {
  /** What it does. */
  enum Verb {
    CREATE_TABLE,
    CREATE_VIEW,
    /** Alters or drops. */
    DEFINE,
    /** Changes rows. */
    CHANGE;

    boolean creates() {
      return this == CREATE_TABLE || this == CREATE_VIEW;
    }
  }

  /** The text with another name in place of the target's. */
  String onto(String name) {
    return sql.substring(0, start) + name + sql.substring(end);
  }
}
