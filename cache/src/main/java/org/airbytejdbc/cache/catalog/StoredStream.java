package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * A stream as the ledger keeps it.
 *
 * @param position its place in the catalog
 * @param table its table's name in the source's schema
 * @param definition as the source last described it
 * @param columns those that its tables have, metadata columns included
 * @param gone whether the source has it no more
 */
public record StoredStream(
    String source,
    int position,
    String table,
    AirbyteStream definition,
    List<Column> columns,
    boolean gone,
    StreamStatus status) {
  public StoredStream {
    requireNonNull(source, "source");
    requireNonNull(table, "table");
    requireNonNull(definition, "definition");
    columns = List.copyOf(columns);
    requireNonNull(status, "status");
  }

  public StreamName name() {
    return definition.name();
  }

  /** The quoted name of the table that statements read, with its schema. */
  public String liveTable() {
    return qualified(table);
  }

  /** The quoted name of the table where records wait; no stream's table can be called so. */
  public String nextTable() {
    return qualified(table + "$next");
  }

  /** The quoted name of the table with its first rows; no stream's table can be called so. */
  public String previewTable() {
    return qualified(table + "$preview");
  }

  /** As statements see it. */
  public StreamTable toTable() {
    return new StreamTable(source, table, definition, columns, primaryKey());
  }

  /** Whether a read has begun the next generation and not completed it. */
  public boolean isBegun() {
    return status.nextRows().isPresent();
  }

  /** The column that holds a field of the records. */
  public Optional<Column> column(String field) {
    return columns.stream()
        .filter(column -> !MetadataColumns.isMetadata(column) && column.field().equals(field))
        .findFirst();
  }

  /** The same stream with other columns. */
  public StoredStream withColumns(List<Column> others) {
    return new StoredStream(source, position, table, definition, others, gone, status);
  }

  private List<String> primaryKey() {
    List<String> names =
        definition.primaryKey().stream()
            .filter(path -> path.size() == 1)
            .flatMap(path -> column(path.get(0)).stream())
            .map(Column::name)
            .toList();
    return names.size() == definition.primaryKey().size() ? names : List.of();
  }

  private String qualified(String name) {
    return SqlName.quoted(source) + "." + SqlName.quoted(name);
  }
}
