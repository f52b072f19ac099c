package org.airbytejdbc.connector;

import java.nio.file.Path;

/**
 * Turns a reference into a connector: the given executable, else one on PATH, else a package from
 * PyPI in its own environment. Starts and installs nothing; that happens at the connector's first
 * use. Thread-safe.
 */
public final class ConnectorFinder {
  private final Path home;

  /**
   * @param home the folder for installed connectors, made when first needed
   */
  public ConnectorFinder(Path home) {
    this.home = home;
  }

  public Connector find(ConnectorReference reference) {
    throw new UnsupportedOperationException("not yet: " + reference + home);
  }
}
