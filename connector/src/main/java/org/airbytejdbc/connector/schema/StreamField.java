package org.airbytejdbc.connector.schema;

import static java.util.Objects.requireNonNull;

/** One field; {@code name} is the key in the record, {@code description} is empty if none. */
public record StreamField(String name, AirbyteType type, String description) {
  public StreamField {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(description, "description");
  }
}
