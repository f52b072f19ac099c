package org.airbytejdbc.driver.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.driver.error.SqlState;

/** Statements collected to be run together, up to the first that fails. */
final class Batch {
  private record Entry(String sql, Optional<Parameters> parameters) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(String sql, Optional<Parameters> parameters) {
    entries.add(new Entry(sql, parameters));
  }

  void clear() {
    entries.clear();
  }

  /** Runs them and forgets them; what a procedure answers is not kept. */
  long[] run(AirbyteStatement statement) throws BatchUpdateException {
    List<Entry> all = List.copyOf(entries);
    clear();
    long[] counts = new long[all.size()];
    for (int i = 0; i < counts.length; i++) {
      try {
        counts[i] = run(statement, all.get(i));
      } catch (SQLException e) {
        throw new BatchUpdateException(
            "Entry " + (i + 1) + " of the batch: " + e.getMessage(),
            e.getSQLState(),
            e.getErrorCode(),
            Arrays.copyOf(counts, i),
            e);
      }
    }
    return counts;
  }

  private static long run(AirbyteStatement statement, Entry entry) throws SQLException {
    Execution execution = statement.run(entry.sql(), entry.parameters());
    if (execution.rows().isEmpty()) {
      return execution.updateCount();
    }
    execution.close();
    if (!execution.isCall()) {
      throw SqlState.INVALID_STATEMENT.exception(
          "The statement gives rows, which a batch cannot return", "");
    }
    return Statement.SUCCESS_NO_INFO;
  }
}
