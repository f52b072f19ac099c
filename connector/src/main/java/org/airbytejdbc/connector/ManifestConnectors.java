package org.airbytejdbc.connector;

import java.net.URI;

/**
 * Makes connectors of declarative manifests, in files or at addresses, which are read anew at each
 * call. Thread-safe. Both methods throw a {@link ConnectorException} of kind LAUNCH_FAILED if the
 * manifest cannot be read.
 */
public interface ManifestConnectors {
  /**
   * The connector, run inside this JVM; a file is read again once it has changed. Refuses one with
   * components of its own.
   */
  Connector open(String name, URI manifest);

  /** What another engine needs to run it. */
  ManifestText read(String name, URI manifest);
}
