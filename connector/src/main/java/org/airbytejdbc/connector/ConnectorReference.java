package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.airbytejdbc.connector.container.ContainerSettings;

/**
 * Which connector is meant, and how to get it.
 *
 * @param name such as {@code source-faker}
 * @param executable runs this file instead of looking for one
 * @param version pins the package's version, or is the image's tag
 * @param python the interpreter to install with, instead of looking for one
 * @param manifest the address or file of a declarative manifest to run, before all others
 * @param container how it is run if it is run as a container
 * @param pip what is installed instead of the connector's own package
 * @param components a file with the code of components that the manifest has of its own, which is
 *     run as it is
 */
public record ConnectorReference(
    String name,
    Optional<Path> executable,
    Optional<String> version,
    Optional<Path> python,
    Optional<URI> manifest,
    Way way,
    ContainerSettings container,
    Optional<PipRequirements> pip,
    Optional<Path> components) {
  /** How a connector is run. */
  public enum Way {
    /** The first of the others that works, in their order. */
    AUTO,
    /** As a program of this machine. */
    EXECUTABLE,
    /** By its manifest, inside this JVM. */
    MANIFEST,
    /** As a package from PyPI. */
    PYTHON,
    /** As a container. */
    DOCKER
  }

  public ConnectorReference {
    requireNonNull(name, "name");
    requireNonNull(executable, "executable");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
    requireNonNull(manifest, "manifest");
    requireNonNull(way, "way");
    requireNonNull(container, "container");
    requireNonNull(pip, "pip");
    requireNonNull(components, "components");
  }

  /** One that is run in whatever way works. */
  public ConnectorReference(
      String name,
      Optional<Path> executable,
      Optional<String> version,
      Optional<Path> python,
      Optional<URI> manifest) {
    this(
        name,
        executable,
        version,
        python,
        manifest,
        Way.AUTO,
        ContainerSettings.DEFAULTS,
        Optional.empty(),
        Optional.empty());
  }

  /** A connector that is a program or a package. */
  public ConnectorReference(
      String name, Optional<Path> executable, Optional<String> version, Optional<Path> python) {
    this(name, executable, version, python, Optional.empty());
  }

  /** The same, with that installed instead of the connector's own package, if anything. */
  public ConnectorReference installing(Optional<PipRequirements> other) {
    return new ConnectorReference(
        name, executable, version, python, manifest, way, container, other, components);
  }

  /** The same, run as a container. */
  public ConnectorReference inContainer(ContainerSettings settings) {
    return new ConnectorReference(
        name, executable, version, python, manifest, Way.DOCKER, settings, pip, components);
  }

  /** How it is run by all that is said; AUTO if nothing is. */
  Way meant() {
    if (way != Way.AUTO) {
      return way;
    }
    if (executable.isPresent()) {
      return Way.EXECUTABLE;
    }
    if (python.isPresent() || pip.isPresent() || components.isPresent()) {
      return Way.PYTHON;
    }
    if (manifest.isPresent()) {
      return Way.MANIFEST;
    }
    return image().isPresent() ? Way.DOCKER : Way.AUTO;
  }

  /** Whether it is that way that is asked for, or none. */
  public boolean allows(Way one) {
    Way meant = meant();
    return meant == one || meant == Way.AUTO;
  }

  /** A connector by its name alone. */
  public static ConnectorReference of(String name) {
    return new ConnectorReference(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The container image that was asked for. */
  public Optional<String> image() {
    return container.image();
  }
}
