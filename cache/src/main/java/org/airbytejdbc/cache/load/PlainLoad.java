package org.airbytejdbc.cache.load;

import static java.util.stream.Collectors.joining;
import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.parquet.ParquetFile;

/** Loads plain records: the engine copies their columns. */
final class PlainLoad {
  /**
   * No rows, but from a source whose rows cannot be numbered ahead: so the engine keeps a load's
   * order by one thread alone. With more, each gathers rows that are put together once again, which
   * takes a third more of the processors and no less time.
   */
  private static final String BY_ONE_THREAD = " UNION ALL BY NAME SELECT NULL AS c0 FROM range(0)";

  private PlainLoad() {}

  /** The statement that copies a file of {@link PlainRecords}. */
  static String sql(Path file, List<Column> columns, LoadTarget target) {
    Map<Column, String> values = values(columns);
    return "INSERT INTO "
        + target.table()
        + values.keySet().stream()
            .map(column -> quoted(column.name()))
            .collect(joining(", ", " (", ")"))
        + " SELECT "
        + String.join(", ", values.values())
        + " FROM (FROM read_parquet("
        + literal(file.toString())
        + ")"
        + BY_ONE_THREAD
        + ")";
  }

  /** As {@link PlainRecords} numbers them. */
  private static Map<Column, String> values(List<Column> columns) {
    Map<Column, String> values = new LinkedHashMap<>();
    for (Column column : columns) {
      if (!MetadataColumns.isMetadata(column)) {
        values.put(column, PlainColumn.sql(column.type(), ParquetFile.column(values.size())));
      }
    }
    int fields = values.size();
    values.put(
        MetadataColumns.EXTRACTED_AT, "make_timestamptz(" + ParquetFile.column(fields) + ")");
    values.put(MetadataColumns.META, "coalesce(" + ParquetFile.column(fields + 1) + ", '{}')");
    values.put(MetadataColumns.RAW_ID, "uuidv7()::VARCHAR");
    return values;
  }
}
