package org.airbytejdbc.cache.load;

import static java.util.stream.Collectors.joining;
import static org.airbytejdbc.cache.catalog.SqlName.literal;
import static org.airbytejdbc.cache.catalog.SqlName.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** Loads records as they came: the engine parses their lines into the columns' types. */
final class NdjsonLoad {
  private NdjsonLoad() {}

  static long insert(Connection connection, Batch batch, LoadTarget target) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql(batch, target));
    }
  }

  private static String sql(Batch batch, LoadTarget target) {
    List<Column> columns = target.columns();
    List<Column> data =
        columns.stream().filter(column -> !MetadataColumns.isMetadata(column)).toList();
    List<String> record = new ArrayList<>();
    if (!data.isEmpty()) {
      record.add(
          "data STRUCT(" + data.stream().map(NdjsonLoad::field).collect(joining(", ")) + ")");
    }
    record.add("emitted_at DOUBLE");
    record.add("meta JSON");
    return "INSERT INTO "
        + target.table()
        + columns.stream().map(column -> quoted(column.name())).collect(joining(", ", " (", ")"))
        + " SELECT "
        + columns.stream().map(NdjsonLoad::value).collect(joining(", "))
        + " FROM read_ndjson("
        + batch.files().stream()
            .map(file -> literal(file.toString()))
            .collect(joining(", ", "[", "]"))
        + ", columns = {record: "
        + literal("STRUCT(" + String.join(", ", record) + ")")
        + "}, maximum_object_size = "
        + Math.max(batch.longestLine(), 1 << 20)
        + ")";
  }

  private static String field(Column column) {
    boolean text = column.type() == Simple.BINARY;
    return quoted(column.field()) + " " + (text ? "VARCHAR" : DuckDbTypes.ddl(column.type()));
  }

  private static String value(Column column) {
    if (column.equals(MetadataColumns.RAW_ID)) {
      return "uuidv7()::VARCHAR";
    } else if (column.equals(MetadataColumns.EXTRACTED_AT)) {
      return "make_timestamptz(round(record.emitted_at * 1000)::BIGINT)";
    } else if (column.equals(MetadataColumns.META)) {
      return "coalesce(record.meta, '{}')";
    } else if (column.equals(MetadataColumns.UNDECLARED)) {
      return "NULL";
    }
    String field = "record.data." + quoted(column.field());
    return column.type() == Simple.BINARY ? "from_base64(" + field + ")" : field;
  }
}
