package org.airbytejdbc.connector.schema;

import java.util.List;

/** The top-level fields of a stream's records, in the schema's order. */
public record StreamSchema(List<StreamField> fields) {
  public StreamSchema {
    fields = List.copyOf(fields);
  }
}
