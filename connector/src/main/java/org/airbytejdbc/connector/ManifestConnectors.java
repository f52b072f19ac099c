package org.airbytejdbc.connector;

import java.net.URI;

/** Makes connectors of declarative manifests. Thread-safe. */
@FunctionalInterface
public interface ManifestConnectors {
  /**
   * The connector of the manifest in that file or at that address, read anew; a file again once it
   * has changed. Throws a {@link ConnectorException} of kind LAUNCH_FAILED if it cannot be read.
   */
  Connector open(String name, URI manifest);
}
