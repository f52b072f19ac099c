package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the rows of one statement, and on standard error its warnings and how long it took. */
@Command(name = "query", description = "Prints the rows of a query.")
final class QueryCommand extends ConnectedCommand {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(index = "1", paramLabel = "SQL", description = "The statement to run.")
  private String sql = "";

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "How rows are written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RowFormat format = RowFormat.TABLE;

  QueryCommand(PrintStream out, PrintStream err) {
    super(err);
    this.out = out;
    this.err = err;
  }

  @Override
  void run(Connection connection, ProgressDisplay display) throws SQLException, IOException {
    Instant start = Instant.now();
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        display.close();
        try (ResultSet result = statement.getResultSet()) {
          rows = format.write(result, out);
        }
      }
      out.flush();
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        err.println("Warning: " + each.getMessage());
      }
    }
    Duration elapsed = Duration.between(start, Instant.now());
    err.printf("%,d %s in %.2f s%n", rows, rows == 1 ? "row" : "rows", elapsed.toMillis() / 1e3);
  }
}
