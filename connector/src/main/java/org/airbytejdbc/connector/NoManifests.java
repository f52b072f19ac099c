package org.airbytejdbc.connector;

import java.net.URI;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** Where nothing is that reads manifests. */
final class NoManifests implements ManifestConnectors {
  @Override
  public Connector open(String name, URI manifest) {
    throw refusal(name);
  }

  @Override
  public ManifestText read(String name, URI manifest) {
    throw refusal(name);
  }

  private static ConnectorException refusal(String name) {
    return new ConnectorException(
        Kind.LAUNCH_FAILED, name + ": manifests are not run here", "Give an executable instead");
  }
}
