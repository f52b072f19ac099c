package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.airbytejdbc.declarative.ManifestProgram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a manifest as Airbyte's program of the same name does, with its arguments. */
@Command(
    name = ManifestCommand.NAME,
    description = "Runs a declarative manifest as a connector that speaks Airbyte's protocol.")
final class ManifestCommand implements Callable<Integer> {
  static final String NAME = "source-declarative-manifest";

  private final PrintStream out;

  @Parameters(
      paramLabel = "ARGUMENT",
      description =
          "spec, check, discover or read; then --manifest-path FILE, --config FILE,"
              + " --catalog FILE and --state FILE, as far as it needs them.")
  private final List<String> arguments = new ArrayList<>();

  private ManifestCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Whether the arguments are a verb and its options, so that there is nothing to parse or show.
   */
  static boolean isCall(String... arguments) {
    return arguments.length > 1 && arguments.length % 2 == 0 && arguments[0].equals(NAME);
  }

  /** Such a call without picocli, whose start takes as long as the rest of a short run. */
  static int run(PrintStream out, String... arguments) {
    return new ManifestProgram(out, System.getenv())
        .run(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /** The options are the program's own to read. */
  static CommandLine line(PrintStream out) {
    return new CommandLine(new ManifestCommand(out)).setUnmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() {
    return new ManifestProgram(out, System.getenv()).run(arguments.toArray(String[]::new));
  }
}
