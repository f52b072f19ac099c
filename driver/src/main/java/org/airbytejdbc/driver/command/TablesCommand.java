package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the tables that a URL gives. */
@Command(name = "tables", description = "Lists the tables of a URL.")
final class TablesCommand extends ConnectedCommand {
  private static final String[] ALL_TYPES_OF_STREAMS = {"TABLE"};

  private final PrintStream out;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "How rows are written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RowFormat format = RowFormat.TABLE;

  TablesCommand(PrintStream out, PrintStream err) {
    super(err);
    this.out = out;
  }

  @Override
  void run(Connection connection, ProgressDisplay display) throws SQLException, IOException {
    display.close();
    try (ResultSet tables =
        connection.getMetaData().getTables(null, null, "%", ALL_TYPES_OF_STREAMS)) {
      format.write(tables, out, "TABLE_SCHEM", "TABLE_NAME", "REMARKS");
    }
  }
}
