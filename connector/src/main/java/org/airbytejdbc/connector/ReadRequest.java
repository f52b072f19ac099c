package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.StateInput;

/** What to read: the configured streams, and the state to go on from. */
public record ReadRequest(ConnectorConfig config, ConfiguredCatalog catalog, StateInput state) {
  public ReadRequest {
    requireNonNull(config, "config");
    requireNonNull(catalog, "catalog");
    requireNonNull(state, "state");
  }

  /** The same with another config. */
  public ReadRequest with(ConnectorConfig other) {
    return new ReadRequest(other, catalog, state);
  }
}
