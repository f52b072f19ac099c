package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.airbytejdbc.connector.secret.SecretPlaces;
import org.airbytejdbc.driver.ConnectionFactory;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.settings.ConnectionProperty;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.driver.settings.SettingsException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that opens a connection, shows progress, and tells errors in a line or two. */
abstract class ConnectedCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final PrintStream err;

  @Parameters(index = "0", paramLabel = "URL", description = "jdbc:airbyte:<connector>?config=…")
  private String url = "";

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      defaultValue = "${sys:airbyte.progress:-auto}",
      description = "How progress is shown: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ProgressStyle progress = ProgressStyle.AUTO;

  @Option(names = "--verbose", description = "Shows stack traces and what connectors log.")
  private boolean verbose;

  ConnectedCommand(PrintStream err) {
    this.err = err;
  }

  /** Does the command's work; the connection is closed afterwards. */
  abstract void run(Connection connection, ProgressDisplay display)
      throws SQLException, IOException;

  @Override
  public final Integer call() throws IOException {
    try (ProgressDisplay display = progress.display(err, verbose);
        Connection connection = open(display)) {
      run(connection, display);
      return 0;
    } catch (SQLException e) {
      err.println(e.getMessage());
      if (verbose) {
        e.printStackTrace(err);
      }
      return FAILED;
    }
  }

  private Connection open(ProgressDisplay display) throws SQLException {
    try {
      HomeFolder home = HomeFolder.ofUser();
      ConnectionUrl parsed =
          ConnectionUrl.parse(url)
              .orElseThrow(
                  () ->
                      new SettingsException(
                          "The URL does not begin with " + ConnectionUrl.PREFIX,
                          "Write it as jdbc:airbyte:source-faker?config={…}"));
      Properties properties = new Properties();
      if (parsed.text(ConnectionProperty.SECRETS).isEmpty()) {
        properties.setProperty(ConnectionProperty.SECRETS.key(), SecretPlaces.WITH_PROMPT);
      }
      ConnectionSettings settings = ConnectionSettings.of(parsed, properties, home);
      return new ConnectionFactory().open(settings, home, display, display);
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }
}
