package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.launch.ProgramPath;

/** Connectors from PyPI, each in an environment of its own below one folder. Thread-safe. */
public final class PythonConnectors {
  private final Path home;
  private final ProgramPath path;
  private final PythonPlaces places;
  private final Map<String, String> environment;

  /**
   * @param home where to install; made when first needed
   * @param environment the user's variables, with PATH and the settings of pip and uv
   */
  public PythonConnectors(Path home, Map<String, String> environment) {
    this.home = requireNonNull(home, "home").toAbsolutePath();
    this.path = ProgramPath.of(environment);
    this.places =
        new PythonPlaces(environment, Path.of(requireNonNull(System.getProperty("user.home"))));
    this.environment = ToolEnvironment.of(environment);
  }

  /** The packages that are installed, by name. */
  public List<InstalledConnector> installed() {
    Path folder = home.resolve(PythonLauncher.FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().flatMap(this::installed).toList();
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.INSTALL_FAILED,
          "The folder " + folder + " cannot be read",
          "Check its permissions",
          e);
    }
  }

  private Stream<InstalledConnector> installed(Path folder) {
    return PythonLauncher.environment(folder).installed().stream()
        .map(
            found ->
                new InstalledConnector(
                    found.name().replaceFirst("^airbyte-", ""),
                    Optional.of(found.version()),
                    true,
                    folder));
  }

  /**
   * Runs the package {@code airbyte-<name>} or what is asked for instead, and installs it before
   * the first run.
   *
   * @param name one that a package can have
   */
  public Launcher launcher(String name, ConnectorReference connector) {
    PythonPackage wanted =
        new PythonPackage(
            "airbyte-" + name, name, connector.version(), connector.python(), connector.pip());
    PythonFinder finder = new PythonFinder(places.all(), environment);
    InstallTools tools = new InstallTools(home.resolve("tools").resolve("uv"), path, environment);
    return new PythonLauncher(
        wanted, new PythonInstaller(wanted, finder, tools, environment), home);
  }
}
