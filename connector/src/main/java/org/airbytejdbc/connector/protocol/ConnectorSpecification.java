package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a config looks like: {@code connectionSpecification} is the text of a JSON Schema. */
public record ConnectorSpecification(
    String connectionSpecification, Optional<String> documentationUrl) {
  public ConnectorSpecification {
    requireNonNull(connectionSpecification, "connectionSpecification");
    requireNonNull(documentationUrl, "documentationUrl");
  }
}
