package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.config.ConfigInput;

/** A source as the user described it: which connector, with which config, kept where. */
public record SourceDefinition(
    String name,
    ConnectorReference connector,
    ConfigInput config,
    SourceSettings settings,
    CacheLocation cache) {
  public SourceDefinition {
    requireNonNull(name, "name");
    requireNonNull(connector, "connector");
    requireNonNull(config, "config");
    requireNonNull(settings, "settings");
    requireNonNull(cache, "cache");
  }

  /** The same, kept elsewhere. */
  public SourceDefinition in(CacheLocation other) {
    return new SourceDefinition(name, connector, config, settings, other);
  }
}
