package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.airbytejdbc.connector.Sha256;
import tools.jackson.core.JsonPointer;

/**
 * A connector's config, every secret in it filled in. It shows itself to nobody but the connector.
 */
public final class ConnectorConfig {
  private final String json;
  private final Map<JsonPointer, GivenText> texts;
  private final Redactor redactor;
  private final String fingerprint;

  /** {@code json} is the text of one JSON object. */
  public ConnectorConfig(String json) {
    this(json, Map.of(), Redactor.NONE);
  }

  /**
   * @param texts the values that were given as text, which the connector's spec has yet to type
   */
  ConnectorConfig(String json, Map<JsonPointer, GivenText> texts, Redactor redactor) {
    this.json = requireNonNull(json, "json");
    this.texts = Map.copyOf(texts);
    this.redactor = requireNonNull(redactor, "redactor");
    this.fingerprint = Sha256.of(json);
  }

  /** The JSON text, secrets included; for the connector's own config file only. */
  public String reveal() {
    return json;
  }

  /** SHA-256 of the JSON text, by which configs are told apart where none may be kept. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Takes this config's secrets out of what the connector says. */
  public Redactor redactor() {
    return redactor;
  }

  Map<JsonPointer, GivenText> texts() {
    return texts;
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
