package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.airbytejdbc.connector.net.EnvironmentProxies;
import org.airbytejdbc.driver.DriverVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** Queries any Airbyte connector from the command line. */
@Command(
    name = "airbyte-jdbc",
    description = "Queries any Airbyte connector with SQL.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = AirbyteCommand.Version.class)
public final class AirbyteCommand {
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"airbyte-jdbc " + DriverVersion.built().text()};
    }
  }

  private AirbyteCommand() {}

  public static void main(String[] arguments) {
    // The jar holds no logger, on purpose: SLF4J need not warn of that.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    // A proxy is shown the password that its address holds, as curl and pip show it.
    System.getProperties().putIfAbsent(EnvironmentProxies.WITHHELD, "");
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs one command; returns the exit code: 0 for success, 1 for an error, 2 for a wrong call. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    int exitCode =
        ManifestCommand.isCall(arguments)
            ? ManifestCommand.run(out, arguments)
            : parse(out, err, arguments);
    out.flush();
    return exitCode;
  }

  private static int parse(PrintStream out, PrintStream err, String... arguments) {
    CommandLine command =
        new CommandLine(new AirbyteCommand())
            .addSubcommand("query", new QueryCommand(out, err))
            .addSubcommand("tables", new TablesCommand(out, err))
            .addSubcommand("spec", new SpecCommand(out, err))
            .addSubcommand(ManifestCommand.NAME, ManifestCommand.line(out))
            .setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true);
    return arguments.length == 0 ? command.execute("--help") : command.execute(arguments);
  }
}
