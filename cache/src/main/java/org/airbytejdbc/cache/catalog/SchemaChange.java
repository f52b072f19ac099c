package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * How a stream's columns changed.
 *
 * @param field the key in the records
 * @param oldType as DDL writes it
 * @param newType as DDL writes it
 */
public record SchemaChange(
    StreamName stream,
    Kind kind,
    String field,
    Optional<String> oldType,
    Optional<String> newType) {
  /** What happened to the field. */
  public enum Kind {
    ADDED,
    WIDENED,
    /** The schema has it no more; its column is kept. */
    VANISHED,
    /** Records have it, the schema has not. */
    UNDECLARED
  }

  public SchemaChange {
    requireNonNull(stream, "stream");
    requireNonNull(kind, "kind");
    requireNonNull(field, "field");
    requireNonNull(oldType, "oldType");
    requireNonNull(newType, "newType");
  }

  /** A column got a wider type. */
  public static SchemaChange widened(StreamName stream, Column before, Column after) {
    return new SchemaChange(
        stream,
        Kind.WIDENED,
        before.field(),
        Optional.of(DuckDbTypes.ddl(before.type())),
        Optional.of(DuckDbTypes.ddl(after.type())));
  }

  /** A record had a field that the schema has not. */
  public static SchemaChange undeclared(StreamName stream, String field) {
    return new SchemaChange(stream, Kind.UNDECLARED, field, Optional.empty(), Optional.empty());
  }
}
