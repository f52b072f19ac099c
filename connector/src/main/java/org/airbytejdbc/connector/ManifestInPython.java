package org.airbytejdbc.connector;

import java.util.Optional;
import org.airbytejdbc.connector.lock.Identified;
import org.airbytejdbc.connector.lock.LockedPackages;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;

/** A manifest that Python's engine runs. That engine does not tell a manifest's own spec. */
record ManifestInPython(Connector connector, ConnectorSpecification spec)
    implements ForwardingConnector, Identified {
  @Override
  public ConnectorSpecification spec(RunOptions options) {
    return spec;
  }

  @Override
  public String identity() {
    return Identified.of(connector).identity();
  }

  @Override
  public Optional<LockedPackages> packages(RunOptions options) {
    return Identified.of(connector).packages(options);
  }
}
