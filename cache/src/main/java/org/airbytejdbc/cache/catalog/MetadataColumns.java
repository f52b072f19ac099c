package org.airbytejdbc.cache.catalog;

import java.util.List;
import java.util.Set;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** The columns that no record has a field for; the three of {@link #ALL} end every table. */
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

  /** The fields that the schema does not declare, where the source's settings keep them. */
  public static final Column UNDECLARED =
      column(
          "_airbyte_undeclared", Simple.JSON, "Fields that the stream's schema does not declare");

  /** Named as PyAirbyte names them. */
  public static final List<Column> ALL = List.of(RAW_ID, EXTRACTED_AT, META);

  private static final Set<String> NAMES =
      Set.of(RAW_ID.name(), EXTRACTED_AT.name(), META.name(), UNDECLARED.name());

  private MetadataColumns() {}

  /** Whether the column has no field in the records. */
  public static boolean isMetadata(Column column) {
    return NAMES.contains(column.name());
  }

  private static Column column(String name, Simple type, String description) {
    return new Column(name, name, type, description);
  }
}
