package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.airbytejdbc.connector.config.SpecFormat;
import org.airbytejdbc.driver.ConnectionFactory;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a connector's config looks like, for someone who has none yet. */
@Command(name = "spec", description = "Shows what a connector's config looks like.")
final class SpecCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(paramLabel = "CONNECTOR", description = "Such as source-faker?version=7.2.1")
  private String connector = "";

  @Option(
      names = "--format",
      defaultValue = "template",
      description = "How it is written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private SpecFormat format = SpecFormat.TEMPLATE;

  SpecCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    try (ProgressDisplay display = ProgressStyle.AUTO.display(err, false)) {
      HomeFolder home = HomeFolder.ofUser();
      ConnectionUrl url = ConnectionUrl.parse(ConnectionUrl.PREFIX + connector).orElseThrow();
      ConnectionSettings settings = ConnectionSettings.of(url, new Properties(), home);
      out.print(format.write(new ConnectionFactory().spec(settings, home, display)));
      return 0;
    } catch (RuntimeException e) {
      SQLException error = SqlErrors.translate(e);
      err.println(error.getMessage());
      return 1;
    }
  }
}
