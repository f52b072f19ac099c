package org.airbytejdbc.driver.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.RunOptions;

/** The connectors' packages that are installed on this machine, to be changed. Thread-safe. */
public interface ConnectorPackages {
  /**
   * Installs a package, if it is not.
   *
   * @param connector a source's name, or a connector's
   * @param properties as in a URL; empty for a source, which has its own
   */
  InstalledConnector install(String connector, Map<String, String> properties, RunOptions options);

  /** Installs a package anew; if that fails, the old one stays. */
  InstalledConnector upgrade(String connector, RunOptions options);

  /** Removes the packages of that connector, or those of one version; tells which. */
  List<InstalledConnector> uninstall(
      String connector, Optional<String> version, RunOptions options);
}
