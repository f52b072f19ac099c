package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.config.ConfigInput;
import org.airbytejdbc.connector.lock.ConnectorLock;

/**
 * A source as the user described it: which connector, with which config, kept where.
 *
 * @param lock what its connector has to be
 */
public record SourceDefinition(
    String name,
    ConnectorReference connector,
    ConfigInput config,
    SourceSettings settings,
    CacheLocation cache,
    Optional<ConnectorLock> lock) {
  public SourceDefinition {
    requireNonNull(name, "name");
    requireNonNull(connector, "connector");
    requireNonNull(config, "config");
    requireNonNull(settings, "settings");
    requireNonNull(cache, "cache");
    requireNonNull(lock, "lock");
  }

  /** The same, kept elsewhere. */
  public SourceDefinition in(CacheLocation other) {
    return new SourceDefinition(name, connector, config, settings, other, lock);
  }

  /** The same, held to what its connector was, if that was written down. */
  public SourceDefinition heldTo(Optional<ConnectorLock> other) {
    return new SourceDefinition(name, connector, config, settings, cache, other);
  }
}
