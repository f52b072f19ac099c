package org.airbytejdbc.cache.catalog;

import java.util.List;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** The three columns that every table ends with, named as PyAirbyte names them. */
public final class MetadataColumns {
  /** A UUIDv7, new for each stored record. */
  public static final Column RAW_ID = column("_airbyte_raw_id", Simple.STRING, "Id of the record");

  /** The record's {@code emitted_at}. */
  public static final Column EXTRACTED_AT =
      column(
          "_airbyte_extracted_at",
          Simple.TIMESTAMP_WITH_TIMEZONE,
          "When the connector gave the record");

  /** The record's own meta, and the changes that were made to it on its way. */
  public static final Column META =
      column("_airbyte_meta", Simple.JSON, "Changes made to the record");

  public static final List<Column> ALL = List.of(RAW_ID, EXTRACTED_AT, META);

  private MetadataColumns() {}

  private static Column column(String name, Simple type, String description) {
    return new Column(name, name, type, description);
  }
}
