package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

/**
 * A connector's config, every secret in it filled in. It shows itself to nobody but the connector.
 */
public final class ConnectorConfig {
  private final String json;

  /** {@code json} is the text of one JSON object. */
  public ConnectorConfig(String json) {
    this.json = requireNonNull(json, "json");
  }

  /** The JSON text, secrets included; for the connector's own config file only. */
  public String reveal() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConnectorConfig config && json.equals(config.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
