package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import org.airbytejdbc.cache.FreshnessPolicy;

/**
 * What a statement can change for those that follow it on its connection. Immutable.
 *
 * @param idleTimeout the longest silence of a connector
 * @param queryTimeout for statements that have none of their own; zero means for ever
 */
public record SessionSettings(
    FreshnessPolicy freshness, Duration idleTimeout, Duration queryTimeout) {
  public SessionSettings {
    requireNonNull(freshness, "freshness");
    requireNonNull(idleTimeout, "idleTimeout");
    requireNonNull(queryTimeout, "queryTimeout");
  }

  /**
   * The same with other values, by the names of their settings, letter case aside.
   *
   * @throws SettingsException if there is no such setting, or it cannot have that value
   */
  public SessionSettings with(Map<String, String> values) {
    SessionSettings changed = this;
    for (Map.Entry<String, String> value : values.entrySet()) {
      changed = SessionSetting.named(value.getKey()).set(changed, value.getValue());
    }
    return changed;
  }
}
