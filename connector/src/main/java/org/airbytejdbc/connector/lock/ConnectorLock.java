package org.airbytejdbc.connector.lock;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorReference;

/**
 * What a source's connector was when it was locked, by which it is known again.
 *
 * @param connector its name
 * @param runs what runs, the same on every machine: a package with its version, an image with its
 *     digest, or with its id if no registry has it, or the hash of an executable or a manifest
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
    require("the list of its streams", catalog, found);
  }

  /** Refuses what was asked for, if it was something else when it was locked. */
  public void requireAsked(String name, ConnectorReference reference) {
    require("the connector", connector, name);
    if (!runs.startsWith("manifest ")) {
      requireWithin("version=", "(.*[ :])?", reference.version());
    }
    requireWithin("image=", "", reference.image());
  }

  /** The image by its digest, if it is one that a registry has. */
  public Optional<String> image() {
    return Optional.of(runs).filter(text -> text.contains("@sha256:"));
  }

  /** What was asked for is a word of what runs, which a manifest's version is not. */
  private void requireWithin(String what, String before, Optional<String> asked) {
    asked
        .filter(text -> !runs.matches(before + Pattern.quote(text) + "([ :@].*)?"))
        .ifPresent(text -> require(what, runs, text));
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
