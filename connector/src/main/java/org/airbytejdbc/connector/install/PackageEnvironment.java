package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.lock.LockedPackages;

/** The environment that a connector's package is installed into. Thread-safe. */
public final class PackageEnvironment {
  private final PythonPackage wanted;
  private final PythonInstaller installer;
  private final PreparedFolder prepared;

  /**
   * @param folder for the environments of all packages
   */
  PackageEnvironment(PythonPackage wanted, PythonInstaller installer, Path folder) {
    this.wanted = requireNonNull(wanted, "wanted");
    this.installer = requireNonNull(installer, "installer");
    this.prepared = in(folder.resolve(wanted.folderName()));
  }

  /** A folder that a package is installed into, or may be. */
  static PreparedFolder in(Path folder) {
    return new PreparedFolder(folder, f -> EnvironmentFiles.program(f, "python").isPresent());
  }

  /** Runs the connector from here, and installs it before the first run. */
  public Launcher launcher() {
    return new PythonLauncher(this);
  }

  /**
   * Runs a manifest from here, by the engine that is installed.
   *
   * @param components the code of the manifest's own components, run as it is
   */
  public Launcher launcher(String manifest, Optional<String> components) {
    return new ManifestLauncher(new PythonLauncher(this), manifest, components);
  }

  PythonPackage wanted() {
    return wanted;
  }

  /** What is installed; empty if nothing is. */
  Optional<Installed> installed() {
    return prepared.installed();
  }

  /** Installs the package, if it is not. Waits while another thread or process does. */
  public InstalledConnector install(RunOptions options) {
    return told(prepared.prepare(options.cancellation(), waiting(options), filling(options)));
  }

  /** Installs it anew, and so the newest that is asked for; if that fails, the old one stays. */
  public InstalledConnector upgrade(RunOptions options) {
    return told(prepared.replace(options.cancellation(), waiting(options), filling(options)));
  }

  /** Finds out all packages that are installed, with the hashes of their files. */
  LockedPackages lock(RunOptions options) {
    install(options);
    try {
      return installer.lock(
          prepared.folder(),
          prepared.installed().orElseThrow(),
          prepared.log(),
          options.cancellation(),
          step -> step(options, step));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connector's program, installed before if need be. */
  Path program(RunOptions options) {
    install(options);
    return requireNonNull(
        EnvironmentFiles.program(prepared.folder(), wanted.command()).orElse(null),
        () -> wanted.command() + " is gone from " + prepared.folder());
  }

  private InstalledConnector told(Installed installed) {
    return installed.in(prepared.folder());
  }

  private Runnable waiting(RunOptions options) {
    return () -> step(options, "waiting for another installation of " + wanted.name());
  }

  private PreparedFolder.Filling filling(RunOptions options) {
    return folder ->
        installer.install(
            folder, prepared.log(), options.cancellation(), step -> step(options, step));
  }

  private void step(RunOptions options, String step) {
    options.listener().preparing(wanted.command(), step);
  }
}
