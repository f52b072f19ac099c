package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

/** The answer to check; {@code message} is the connector's own words, empty if it had none. */
public record ConnectionStatus(boolean succeeded, String message) implements Message {
  public ConnectionStatus {
    requireNonNull(message, "message");
  }
}
