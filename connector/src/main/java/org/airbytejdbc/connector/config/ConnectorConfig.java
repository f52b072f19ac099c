package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Sha256;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

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

  /**
   * What the connector has made of it itself. All texts that were not in it before are taken for
   * secrets.
   *
   * @param changed one JSON object
   */
  public ConnectorConfig changedTo(String changed) {
    List<String> added =
        texts(ConfigDocument.JSON.readTree(changed)).filter(text -> !json.contains(text)).toList();
    return new ConnectorConfig(changed, texts, redactor.with(added));
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isString()
        ? Stream.of(node.stringValue())
        : node.valueStream().flatMap(ConnectorConfig::texts);
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
