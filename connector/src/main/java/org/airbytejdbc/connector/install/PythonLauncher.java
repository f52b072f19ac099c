package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.CommandLine;
import org.airbytejdbc.connector.launch.ProgramLauncher;

/** Runs a connector from its Python environment, which is installed at the first run. */
final class PythonLauncher implements ProgramLauncher {
  /** Set to nothing, so that modules are byte-compiled once and output comes in whole blocks. */
  private static final Map<String, String> QUICK =
      Map.of("PYTHONDONTWRITEBYTECODE", "", "PYTHONUNBUFFERED", "");

  /** Below the home folder. */
  static final String FOLDER = "python";

  private final PythonPackage wanted;
  private final PythonInstaller installer;
  private final PreparedFolder prepared;

  PythonLauncher(PythonPackage wanted, PythonInstaller installer, Path home) {
    this.wanted = wanted;
    this.installer = installer;
    this.prepared = environment(home.resolve(FOLDER).resolve(wanted.folderName()));
  }

  /** A folder that a package is installed into, or may be. */
  static PreparedFolder environment(Path folder) {
    return new PreparedFolder(folder, f -> EnvironmentFiles.program(f, "python").isPresent());
  }

  /**
   * The package's version; before it is installed, the one asked for. Of a package from elsewhere,
   * also what it is and since when: its version may stay while its code changes.
   */
  @Override
  public String version() {
    return prepared.installed().map(this::version).or(wanted::version).orElse("newest");
  }

  private String version(Installed installed) {
    return wanted
        .pip()
        .map(pip -> "%s of %s, %s".formatted(installed.version(), pip, installed.at()))
        .orElse(installed.version());
  }

  @Override
  public boolean installed() {
    return prepared.installed().isPresent();
  }

  @Override
  public CommandLine commandLine(RunOptions options) {
    return new CommandLine(List.of(executable(options).toString()), QUICK);
  }

  private Path executable(RunOptions options) {
    prepared.prepare(
        options.cancellation(),
        () -> step(options, "waiting for another installation of " + wanted.name()),
        folder ->
            installer.install(
                folder, prepared.log(), options.cancellation(), step -> step(options, step)));
    return requireNonNull(
        EnvironmentFiles.program(prepared.folder(), wanted.command()).orElse(null),
        () -> wanted.command() + " is gone from " + prepared.folder());
  }

  private void step(RunOptions options, String step) {
    options.listener().preparing(wanted.command(), step);
  }
}
