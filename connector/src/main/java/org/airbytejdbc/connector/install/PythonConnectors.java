package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.airbytejdbc.connector.lock.LockedPackages;

/** Connectors from PyPI, each in an environment of its own below one folder. Thread-safe. */
public final class PythonConnectors {
  /** Below the home folder. */
  private static final String FOLDER = "python";

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
    return folders().stream()
        .flatMap(
            folder -> PackageEnvironment.in(folder).installed().map(it -> it.in(folder)).stream())
        .toList();
  }

  /**
   * Removes what is installed of a connector: the environments of that version, or all. Waits while
   * another process installs there.
   *
   * @return what is gone
   */
  public List<InstalledConnector> uninstall(
      String connector, Optional<String> version, Cancellation cancellation) {
    return installed().stream()
        .filter(one -> one.name().equals(connector))
        .filter(one -> version.isEmpty() || one.version().equals(version))
        .filter(one -> PackageEnvironment.in(one.location()).remove(cancellation).isPresent())
        .toList();
  }

  private List<Path> folders() {
    Path folder = home.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.INSTALL_FAILED,
          "The folder " + folder + " cannot be read",
          "Check its permissions",
          e);
    }
  }

  /**
   * The environment of the package {@code airbyte-<name>}, or of what is asked for instead; of the
   * engine of Airbyte's CDK for a manifest.
   *
   * @param name one that a package can have
   * @param lock all that is to be installed, and nothing else
   */
  public PackageEnvironment environment(
      String name, ConnectorReference connector, Optional<LockedPackages> lock) {
    boolean manifest = connector.manifest().isPresent();
    PythonPackage wanted =
        new PythonPackage(
            manifest ? "airbyte-cdk" : "airbyte-" + name,
            manifest ? "source-declarative-manifest" : name,
            connector.version(),
            connector.python(),
            connector.pip(),
            lock);
    PythonFinder finder = new PythonFinder(places.all(), environment);
    InstallTools tools = new InstallTools(home.resolve("tools").resolve("uv"), path, environment);
    return new PackageEnvironment(
        wanted, new PythonInstaller(wanted, finder, tools, environment), home.resolve(FOLDER));
  }
}
