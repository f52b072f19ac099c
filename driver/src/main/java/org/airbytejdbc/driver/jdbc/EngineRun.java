package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.ResultColumns;
import org.airbytejdbc.driver.result.ScrollRows;

/** Runs a text in an engine, where a cancellation interrupts it. */
final class EngineRun {
  /** Starts what was prepared for it; says whether the answer is rows. */
  private interface Start {
    boolean run() throws SQLException;
  }

  private final QueryTimer timer;

  EngineRun(QueryTimer timer) {
    this.timer = timer;
  }

  /**
   * Gives the answer to the execution, which holds the engine's statement from then on.
   *
   * @param parameters empty for a text that cannot have any, which spares the engine to prepare it
   */
  void run(Connection engine, String sql, Optional<Parameters> parameters, Execution execution)
      throws SQLException {
    if (parameters.isPresent()) {
      PreparedStatement statement = execution.hold(engine.prepareStatement(sql));
      parameters.get().bind(statement);
      run(statement, statement::execute, execution);
    } else {
      Statement statement = execution.hold(engine.createStatement());
      run(statement, () -> statement.execute(sql), execution);
    }
  }

  /** The same for rows to scroll through; what cannot be a table, such as EXPLAIN, goes forward. */
  void scroll(
      Connection engine,
      String sql,
      Optional<Parameters> parameters,
      long maxRows,
      Execution execution)
      throws SQLException {
    PreparedStatement described = execution.hold(engine.prepareStatement(sql));
    ResultColumns columns = new ResultColumns(described.getMetaData(), execution);
    PreparedStatement creation;
    try {
      creation = execution.hold(engine.prepareStatement(StoredRows.creation(sql, maxRows)));
    } catch (SQLException e) {
      if (!SqlErrors.translate(e).getSQLState().equals(SqlState.SYNTAX_ERROR.code())) {
        throw e;
      }
      execution.warn(Notice.DOWNGRADED, "The rows can only be walked through forward");
      run(engine, sql, parameters, execution);
      return;
    }
    parameters.orElseGet(Parameters::new).bind(creation);
    interruptible(creation, creation::execute, execution);
    StoredRows stored = StoredRows.open(engine, execution);
    execution.answer(new ScrollRows(columns, stored, execution));
  }

  /** Runs a text that gives no rows; returns how many it wrote. */
  long update(Connection engine, String sql, Execution execution) throws SQLException {
    try (Statement statement = engine.createStatement()) {
      interruptible(statement, () -> statement.execute(sql), execution);
      return statement.getLargeUpdateCount();
    }
  }

  private void run(Statement engine, Start start, Execution execution) throws SQLException {
    boolean rows = interruptible(engine, start, execution);
    if (rows) {
      execution.answer(engine.getResultSet());
    } else {
      execution.answer(engine.getLargeUpdateCount());
    }
  }

  private boolean interruptible(Statement engine, Start start, Execution execution)
      throws SQLException {
    Cancellation.Registration interrupting = timer.interrupting(engine, execution.cancellation());
    try {
      execution.cancellation().throwIfCancelled();
      return start.run();
    } finally {
      interrupting.close();
    }
  }
}
