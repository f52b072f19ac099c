package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

/** The connector changed its own config, say by a refreshed token. {@code config} is secret. */
public record ControlMessage(String config) implements Message {
  public ControlMessage {
    requireNonNull(config, "config");
  }

  @Override
  public String toString() {
    return "ControlMessage[config=***]";
  }
}
