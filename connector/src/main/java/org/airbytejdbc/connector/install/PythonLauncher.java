package org.airbytejdbc.connector.install;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.CommandLine;
import org.airbytejdbc.connector.launch.ProgramLauncher;
import org.airbytejdbc.connector.lock.LockedPackages;

/** Runs a connector from its Python environment, which is installed at the first run. */
final class PythonLauncher implements ProgramLauncher {
  /** Set to nothing, so that modules are byte-compiled once and output comes in whole blocks. */
  private static final Map<String, String> QUICK =
      Map.of("PYTHONDONTWRITEBYTECODE", "", "PYTHONUNBUFFERED", "");

  private final PackageEnvironment environment;

  PythonLauncher(PackageEnvironment environment) {
    this.environment = environment;
  }

  /**
   * The package's version; before it is installed, the one asked for. Of a package from elsewhere,
   * also what it is and since when: its version may stay while its code changes.
   */
  @Override
  public String version() {
    return environment
        .installed()
        .map(this::version)
        .or(() -> environment.wanted().version())
        .orElse("newest");
  }

  private String version(Installed installed) {
    return environment
        .wanted()
        .pip()
        .map(pip -> "%s of %s, %s".formatted(installed.version(), pip, installed.since()))
        .orElse(installed.version());
  }

  @Override
  public String what() {
    return "the package " + environment.wanted().name() + " " + version();
  }

  @Override
  public String identity() {
    return environment.installed().map(it -> it.name() + " " + it.version()).orElse(version());
  }

  @Override
  public Optional<LockedPackages> packages(RunOptions options) {
    return Optional.of(environment.lock(options));
  }

  @Override
  public boolean installed() {
    return environment.installed().isPresent();
  }

  @Override
  public CommandLine commandLine(RunOptions options) {
    return new CommandLine(List.of(environment.program(options).toString()), QUICK);
  }
}
