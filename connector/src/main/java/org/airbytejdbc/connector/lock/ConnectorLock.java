package org.airbytejdbc.connector.lock;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/**
 * What a source's connector was when it was locked, by which it is known again.
 *
 * @param connector its name
 * @param runs what runs, the same on every machine: a package with its version, an image with its
 *     id, or the hash of an executable or a manifest
 * @param spec the hash of its spec
 * @param catalog the hash of the streams that it offered
 * @param packages what is installed, where it is a package
 */
public record ConnectorLock(
    String connector, String runs, String spec, String catalog, Optional<LockedPackages> packages) {
  public ConnectorLock {
    requireNonNull(connector, "connector");
    requireNonNull(runs, "runs");
    requireNonNull(spec, "spec");
    requireNonNull(catalog, "catalog");
    requireNonNull(packages, "packages");
  }

  /** Refuses another connector of that name. */
  void requireRuns(String found) {
    require("the connector", runs, found);
  }

  void requireSpec(String found) {
    require("its spec", spec, found);
  }

  void requireCatalog(String found) {
    require("its streams", catalog, found);
  }

  /** Refuses what was asked for, if it was something else when it was locked. */
  public void requireAsked(String name, Optional<String> version) {
    if (!name.equals(connector)) {
      throw changed("the connector", connector, name);
    }
    version
        .filter(pin -> !runs.contains(pin))
        .ifPresent(
            pin -> {
              throw changed("version=", runs, pin);
            });
  }

  private void require(String what, String locked, String found) {
    if (!locked.equals(found)) {
      throw changed(what, locked, found);
    }
  }

  private ConnectorException changed(String what, String locked, String found) {
    return new ConnectorException(
        Kind.LOCK_FILE,
        "%s is not what the lock file says: %s is locked as %s and is now %s"
            .formatted(connector, what, locked, found),
        "If the change is wanted, take the source out of the lock file, connect, and CALL"
            + " airbyte.lock() again");
  }
}
