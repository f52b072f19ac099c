package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.config.ConnectorConfig;

/** A connector with a config, under the name that is its SQL schema. */
public record Source(
    String name, Connector connector, ConnectorConfig config, SourceSettings settings) {
  public Source {
    requireNonNull(name, "name");
    requireNonNull(connector, "connector");
    requireNonNull(config, "config");
    requireNonNull(settings, "settings");
  }
}
