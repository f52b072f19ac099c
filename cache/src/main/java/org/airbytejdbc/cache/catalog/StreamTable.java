package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * A stream as a table.
 *
 * @param schema the SQL schema, which is the source's name
 * @param table the table's name in that schema
 * @param stream the stream as its source describes it
 * @param columns the data columns, then {@code _airbyte_undeclared} if it is kept, then {@link
 *     MetadataColumns#ALL}
 * @param primaryKey names of the columns of the key; empty where there is none, or where a part of
 *     it is nested in a JSON column
 */
public record StreamTable(
    String schema,
    String table,
    AirbyteStream stream,
    List<Column> columns,
    List<String> primaryKey) {
  public StreamTable {
    requireNonNull(schema, "schema");
    requireNonNull(table, "table");
    requireNonNull(stream, "stream");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  public StreamName name() {
    return stream.name();
  }

  /** The quoted name for SQL text, with its schema. */
  public String sqlName() {
    return SqlName.quoted(schema) + "." + SqlName.quoted(table);
  }
}
