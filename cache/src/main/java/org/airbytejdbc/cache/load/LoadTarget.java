package org.airbytejdbc.cache.load;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * The table that a stream's records are loaded into.
 *
 * @param stream for messages
 * @param table the table's quoted name with its schema, as SQL text
 * @param columns all of the table's columns, the metadata columns among them, with the types that
 *     the table really has
 */
public record LoadTarget(StreamName stream, String table, List<Column> columns) {
  public LoadTarget {
    requireNonNull(stream, "stream");
    requireNonNull(table, "table");
    columns = List.copyOf(columns);
  }
}
