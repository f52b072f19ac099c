package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.connector.schema.AirbyteType;

/**
 * A column of a stream's table.
 *
 * @param name the column's name in SQL
 * @param field the key in the record's data; for metadata columns the column's own name
 * @param description empty if none
 */
public record Column(String name, String field, AirbyteType type, String description) {
  public Column {
    requireNonNull(name, "name");
    requireNonNull(field, "field");
    requireNonNull(type, "type");
    requireNonNull(description, "description");
  }
}
