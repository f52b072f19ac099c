package org.airbytejdbc.connector.install;

import static org.airbytejdbc.connector.ConnectorException.Kind.INSTALL_FAILED;
import static org.airbytejdbc.connector.ConnectorException.Kind.NO_PYTHON;
import static org.airbytejdbc.connector.ConnectorException.Kind.UNKNOWN_CONNECTOR;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.ConnectorException;

/** Says why a package could not be installed, from what uv or pip wrote. */
record InstallFailure(PythonPackage wanted) {
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "error sending request|dns error|network was disabled|NewConnectionError|ConnectTimeout"
              + "|ReadTimeout|ProxyError|SSLError|Failed to fetch|Could not fetch URL",
          Pattern.CASE_INSENSITIVE);

  /** Both go on as if the index had no such package. */
  private static final Pattern REFUSED =
      Pattern.compile("lack of valid authentication credentials|is not a trusted or secure host");

  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)^(error|cause|hint|expected|computed|got|sha256:|×|╰─▶|└|caused by|warning: the repository|\\S*Error)\\b?.*");

  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]+@");
  private static final int MOST_LINES = 6;
  private static final int LONGEST_LINE = 400;

  /** What kept the index or the network from being asked at all. */
  boolean isAboutNetwork(Program.Result result) {
    return NO_NETWORK.matcher(result.output()).find();
  }

  ConnectorException of(Program.Result result) {
    String output = result.output();
    if (isAboutNetwork(result)) {
      return failed(
          "the package index could not be reached",
          output,
          "Check the network. PIP_INDEX_URL or UV_DEFAULT_INDEX names another index, HTTPS_PROXY a"
              + " proxy; executable=PATH runs a connector that is installed already");
    }
    if (REFUSED.matcher(output).find()) {
      return failed(
          "the package index could not be asked",
          output,
          "Check the name and password in PIP_INDEX_URL or UV_DEFAULT_INDEX; PIP_TRUSTED_HOST names"
              + " an index that has no https");
    }
    if (isUnknownPackage(output)) {
      return new ConnectorException(
          UNKNOWN_CONNECTOR,
          "There is no connector %s: no program of that name on PATH, no package %s in the index"
              .formatted(wanted.command(), wanted.name()),
          "Check the name, and the password of a package index of your own; executable=PATH runs a"
              + " connector of your own");
    }
    String guidance = "version= pins another release";
    if (wanted.lock().isPresent()) {
      guidance =
          "The lock file says what is installed, by hashes. If a change is wanted, take the source"
              + " out of it, connect, and CALL airbyte.lock() again";
    } else if (wanted.pip().isPresent()) {
      guidance = "pip= says what is installed: mend it, or what it names";
    } else if (wanted.version().isPresent()) {
      guidance = "Leave version= away to take the newest release that can be installed";
    }
    return failed("it could not be installed", output, guidance);
  }

  /**
   * Of a release that is there and cannot be installed by anybody.
   *
   * @param newest the newest release that can be
   */
  ConnectorException ofBrokenRelease(Program.Result result, String newest) {
    return failed(
        "this release cannot be installed, as its own metadata asks for what does not exist",
        result.output(),
        "The newest that can be installed is version=" + newest);
  }

  ConnectorException unlockable(String why) {
    return failed("it cannot be locked: " + why, "", "");
  }

  ConnectorException withoutProgram() {
    return failed(
        "it brings no program " + wanted.command(),
        "",
        "The connector is called by the name of its program; executable=PATH runs any other");
  }

  ConnectorException noPython(String why, List<Interpreter> found) {
    String list =
        found.isEmpty()
            ? "none"
            : found.stream().map(Interpreter::toString).collect(Collectors.joining(", "));
    return new ConnectorException(
        NO_PYTHON,
        "%s: %s. Found: %s".formatted(wanted.command(), why, list),
        "Install such a Python, or name one by python=PATH");
  }

  private ConnectorException failed(String what, String output, String guidance) {
    String told = telling(output);
    return new ConnectorException(
        INSTALL_FAILED,
        "%s (package %s): %s%s"
            .formatted(wanted.command(), wanted.shown(), what, told.isEmpty() ? "" : ":\n" + told),
        guidance);
  }

  private boolean isUnknownPackage(String output) {
    return wanted.pip().isEmpty()
        && (output.contains(wanted.name() + " was not found in the package registry")
            || (output.contains("No matching distribution found for " + wanted.shown())
                && output.contains("(from versions: none)")));
  }

  /** The lines of an error, or the last ones; an index's password is no part of them. */
  private static String telling(String output) {
    List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> errors = lines.stream().filter(line -> TELLING.matcher(line).matches()).toList();
    List<String> chosen = errors.isEmpty() ? lines : errors;
    return chosen.stream()
        .skip(Math.max(0, chosen.size() - MOST_LINES))
        .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
        .map(line -> CREDENTIALS.matcher(line).replaceAll("://***@"))
        .collect(Collectors.joining("\n"));
  }
}
