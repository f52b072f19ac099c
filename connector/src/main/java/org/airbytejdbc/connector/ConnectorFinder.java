package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.config.ChangedConfigs;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.container.ContainerLauncher;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.install.PackageEnvironment;
import org.airbytejdbc.connector.install.PythonConnectors;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.airbytejdbc.connector.lock.ConnectorLock;
import org.airbytejdbc.connector.lock.Fingerprint;
import org.airbytejdbc.connector.lock.Identified;
import org.airbytejdbc.connector.lock.LockedConnector;
import org.airbytejdbc.connector.lock.LockedPackages;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.connector.registry.Listing.Unlisted;

/**
 * Turns a reference into a connector: what is given, else a program on PATH, else a manifest that
 * the registry lists, else a package in its own environment, else an image. A version asks for one
 * of the last three, a Python or pip's requirements for the package. Starts, installs and asks
 * nothing; that happens at the connector's first use. Thread-safe.
 */
public final class ConnectorFinder {
  private final Path home;
  private final Map<String, String> environment;
  private final ProgramPath path;
  private final PythonConnectors packages;
  private final ManifestConnectors manifests;
  private final ConnectorRegistry registry;
  private final KeptSpecs specs;
  private final ChangedConfigs changed;

  /** One that runs no manifests and knows no registry but a file in {@code home}. */
  public ConnectorFinder(Path home) {
    this(home, System.getenv());
  }

  /** The same with other variables. */
  public ConnectorFinder(Path home, Map<String, String> environment) {
    this(
        home,
        environment,
        new NoManifests(),
        new ConnectorRegistry(
            home.resolve("registry.json").toUri(), home.resolve("registry"), Clock.systemUTC()));
  }

  /**
   * @param home the folder for installed connectors, made when first needed
   * @param environment the variables that connectors are looked for and installed with: PATH, and
   *     the settings of pip, uv and Docker
   * @param registry tells which ways a connector can be run in
   */
  public ConnectorFinder(
      Path home,
      Map<String, String> environment,
      ManifestConnectors manifests,
      ConnectorRegistry registry) {
    this.manifests = requireNonNull(manifests, "manifests");
    this.registry = requireNonNull(registry, "registry");
    this.home = requireNonNull(home, "home");
    this.environment = Map.copyOf(environment);
    this.path = ProgramPath.of(environment);
    this.packages = new PythonConnectors(home, environment);
    this.specs = new KeptSpecs(home.resolve("specs"));
    this.changed = new ChangedConfigs(home.resolve("configs"));
  }

  /**
   * A connector that checks each config against its spec before it is run. Throws a {@link
   * ConnectorException} of kind UNKNOWN_CONNECTOR or LAUNCH_FAILED for a reference that can mean
   * none.
   */
  public Connector find(ConnectorReference reference) {
    return validated(plain(ConnectorNames.shortName(reference.name()), reference));
  }

  /** The same, refused once it is not what was locked. */
  public Connector find(ConnectorReference reference, ConnectorLock lock) {
    String name = ConnectorNames.shortName(reference.name());
    lock.requireAsked(name, reference);
    Connector plain = locked(name, reference, Optional.of(lock));
    return new LockedConnector(validated(plain), lock, Identified.of(plain));
  }

  /**
   * Writes down what a connector is now; runs it.
   *
   * @param before how it was locked, whose packages or image stay
   */
  public ConnectorLock lock(
      ConnectorReference reference,
      Optional<ConnectorLock> before,
      ConnectorConfig config,
      RunOptions options) {
    Connector plain = locked(ConnectorNames.shortName(reference.name()), reference, before);
    Connector connector = validated(plain);
    String spec = Fingerprint.of(connector.spec(options));
    String catalog = Fingerprint.of(connector.discover(config, options));
    Identified identified = Identified.of(plain);
    return new ConnectorLock(
        connector.name(), identified.identity(), spec, catalog, identified.packages(options));
  }

  /** What was locked, as far as it can be got anew, so that it need not be there any more. */
  private Connector locked(
      String name, ConnectorReference reference, Optional<ConnectorLock> lock) {
    Optional<LockedPackages> kept = lock.flatMap(ConnectorLock::packages);
    if (kept.isPresent() && reference.allows(ConnectorReference.Way.PYTHON)) {
      return packaged(name, reference, packages.environment(name, reference, kept));
    }
    Optional<String> image = lock.flatMap(ConnectorLock::image);
    return image.isPresent() && reference.allows(ConnectorReference.Way.DOCKER)
        ? plain(name, reference.inContainer(reference.container().of(image.get())))
        : plain(name, reference);
  }

  private Connector validated(Connector plain) {
    return new ValidatedConnector(new RenewedConnector(plain, changed), specs);
  }

  private Connector plain(String name, ConnectorReference reference) {
    return switch (reference.meant()) {
      case AUTO -> any(name, reference);
      case EXECUTABLE ->
          new ProcessConnector(name, program(name, reference).orElseThrow(() -> noProgram(name)));
      case MANIFEST -> declared(name, reference);
      case PYTHON -> packaged(name, reference, environment(name, reference));
      case DOCKER ->
          reference.image().isPresent()
              ? new ProcessConnector(name, container(name, reference, reference.container()))
              : inTurn(name, reference, List.of(image(name, reference)));
    };
  }

  private Connector declared(String name, ConnectorReference reference) {
    if (reference.manifest().isEmpty()) {
      return inTurn(name, reference, List.of(manifest(name, reference)));
    }
    ConnectorNames.requireOwn(name);
    return manifests.open(name, reference.manifest().get());
  }

  private Connector packaged(
      String name, ConnectorReference reference, PackageEnvironment environment) {
    if (reference.manifest().isEmpty()) {
      return new ProcessConnector(name, environment.launcher());
    }
    ManifestText manifest = manifests.read(name, reference.manifest().get());
    Optional<String> components = reference.components().map(file -> code(name, file));
    Launcher launcher = environment.launcher(manifest.text(), components);
    return new ManifestInPython(new ProcessConnector(name, launcher), manifest.spec());
  }

  private static String code(String name, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.LAUNCH_FAILED,
          "%s: components=%s cannot be read".formatted(name, file),
          "Give the path of the manifest's components.py",
          e);
    }
  }

  private Connector any(String name, ConnectorReference reference) {
    List<Attempt> attempts = new ArrayList<>();
    if (reference.version().isEmpty()) {
      Optional<Launcher> program = program(name, reference);
      if (program.isPresent()) {
        return new ProcessConnector(name, program.get());
      }
      attempts.add(new NoProgram(name));
    }
    attempts.add(manifest(name, reference));
    attempts.add(new PublishedPackage(name, registry, environment(name, reference).launcher()));
    attempts.add(image(name, reference));
    return inTurn(name, reference, attempts);
  }

  private Connector inTurn(String name, ConnectorReference reference, List<Attempt> attempts) {
    return new WaysInTurn(
        name,
        reference.version().orElse("newest"),
        attempts,
        cancellation ->
            registry.listing(name, cancellation) instanceof Unlisted unlisted
                ? new NoWay(name, true, unlisted.nearest())
                : new NoWay(name, false, Optional.empty()));
  }

  private Attempt manifest(String name, ConnectorReference reference) {
    ConnectorNames.requirePublished(name);
    reference.version().ifPresent(version -> ConnectorNames.requireVersion(name, version));
    return new PublishedManifest(
        name, reference.version(), registry, manifests, home.resolve("manifests"));
  }

  private Attempt image(String name, ConnectorReference reference) {
    ConnectorNames.requirePublished(name);
    return new PublishedImage(
        name, reference.container(), registry, settings -> container(name, reference, settings));
  }

  /** Those that would run without being installed first: packages, then programs on PATH. */
  public List<InstalledConnector> installed() {
    Stream<InstalledConnector> programs =
        path.matching(ConnectorNames.PUBLISHED).stream()
            .map(
                file ->
                    new InstalledConnector(ProgramPath.name(file), Optional.empty(), false, file));
    return Stream.concat(packages.installed().stream(), programs).toList();
  }

  /**
   * The environment of a connector's package, whatever else it could be run as. Throws a {@link
   * ConnectorException} for a reference that can mean no package.
   */
  public PackageEnvironment environment(ConnectorReference reference) {
    return environment(ConnectorNames.shortName(reference.name()), reference);
  }

  /** Removes a connector's packages: those of a version, or all; says which. */
  public List<InstalledConnector> uninstall(
      String connector, Optional<String> version, Cancellation cancellation) {
    return packages.uninstall(ConnectorNames.shortName(connector), version, cancellation);
  }

  private Optional<Launcher> program(String name, ConnectorReference reference) {
    if (reference.executable().isPresent()) {
      return reference.executable().map(file -> executable(name, file));
    }
    return ConnectorNames.isPublished(name)
        ? path.find(name).map(ExecutableLauncher::new)
        : Optional.empty();
  }

  private PackageEnvironment environment(String name, ConnectorReference reference) {
    if (reference.manifest().isPresent()) {
      ConnectorNames.requireOwn(name);
    } else {
      ConnectorNames.requirePublished(name);
    }
    reference.version().ifPresent(version -> ConnectorNames.requireVersion(name, version));
    if (reference.version().isPresent() && reference.pip().isPresent()) {
      throw new ConnectorException(
          Kind.INSTALL_FAILED,
          name + ": version= and pip= both say what to install",
          "Name the version in pip=, as in pip=airbyte-" + name + "==" + reference.version().get());
    }
    return packages.environment(name, reference, Optional.empty());
  }

  private Launcher container(
      String name, ConnectorReference reference, ContainerSettings settings) {
    ConnectorNames.requireOwn(name);
    return new ContainerLauncher(name, reference.version(), settings, home, environment);
  }

  private static Launcher executable(String name, Path file) {
    ConnectorNames.requireOwn(name);
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      String problem = Files.isRegularFile(file) ? "may not be executed" : "is no file";
      throw new ConnectorException(
          Kind.LAUNCH_FAILED,
          "%s: executable=%s %s".formatted(name, file, problem),
          "Give the path of the connector's program, and make it executable");
    }
    return new ExecutableLauncher(file);
  }

  private static ConnectorException noProgram(String name) {
    return new ConnectorException(
        Kind.UNKNOWN_CONNECTOR,
        "There is no program " + name + " on the PATH, and run=executable",
        "Name it with executable=PATH, or leave run= out");
  }
}
