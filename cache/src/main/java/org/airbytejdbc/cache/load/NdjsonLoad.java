package org.airbytejdbc.cache.load;

import static java.util.stream.Collectors.joining;
import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** Loads records as they came: the engine parses their lines into the columns' types. */
final class NdjsonLoad {
  /** Below it the engine reads with buffers so small that they cost time. */
  private static final int SMALLEST_OBJECT_SIZE = 1 << 20;

  /**
   * No rows, but from a source whose rows cannot be numbered ahead: so the engine keeps a load's
   * order by one thread alone. With more, each gathers rows that are put together once again, which
   * takes a third more of the processors and no less time.
   */
  private static final String BY_ONE_THREAD = " UNION ALL SELECT NULL FROM range(0)";

  private NdjsonLoad() {}

  /** Whether the fields can be a struct's: the engine folds the case of its names. */
  static boolean canLoad(List<Column> columns) {
    Set<String> names = new HashSet<>();
    return columns.stream()
        .filter(column -> !MetadataColumns.isMetadata(column))
        .map(column -> column.field().toLowerCase(Locale.ROOT))
        .allMatch(name -> !name.isEmpty() && name.indexOf('\0') < 0 && names.add(name));
  }

  static long insert(Connection connection, Batch batch, LoadTarget target) throws SQLException {
    List<Column> columns = target.columns();
    String sql =
        "INSERT INTO "
            + target.table()
            + columns.stream()
                .map(column -> quoted(column.name()))
                .collect(joining(", ", " (", ")"))
            + " SELECT "
            + columns.stream().map(NdjsonLoad::value).collect(joining(", "))
            + " FROM (FROM "
            + source(
                batch.file().orElseThrow(),
                "record: " + literal(record(columns)),
                batch.longestLine())
            + BY_ONE_THREAD
            + ")";
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  /** The lines of a file, as a table function with the columns given. */
  static String source(Path file, String columns, int longestLine) {
    return "read_ndjson("
        + literal(file.toString())
        + ", columns = {"
        + columns
        // Else the engine would look at twenty thousand lines to tell whether they are records.
        + "}, records = true, maximum_object_size = "
        + Math.max(longestLine, SMALLEST_OBJECT_SIZE)
        + ")";
  }

  private static String record(List<Column> columns) {
    List<String> fields = new ArrayList<>();
    List<Column> data =
        columns.stream().filter(column -> !MetadataColumns.isMetadata(column)).toList();
    if (!data.isEmpty()) {
      fields.add(
          "data STRUCT(" + data.stream().map(NdjsonLoad::field).collect(joining(", ")) + ")");
    }
    fields.add("emitted_at DOUBLE");
    fields.add("meta JSON");
    return "STRUCT(" + String.join(", ", fields) + ")";
  }

  private static String field(Column column) {
    // Numbers would go to DECIMAL by way of DOUBLE; as text they keep their digits.
    boolean text = column.type() == Simple.BINARY || column.type() instanceof Decimal;
    return quoted(column.field()) + " " + (text ? "VARCHAR" : DuckDbTypes.ddl(column.type()));
  }

  private static String value(Column column) {
    if (column.name().equals(MetadataColumns.RAW_ID.name())) {
      return "uuidv7()::VARCHAR";
    } else if (column.name().equals(MetadataColumns.EXTRACTED_AT.name())) {
      return "make_timestamptz(round(record.emitted_at * 1000)::BIGINT)";
    } else if (column.name().equals(MetadataColumns.META.name())) {
      return "coalesce(record.meta, '{}')";
    } else if (column.name().equals(MetadataColumns.UNDECLARED.name())) {
      return "NULL";
    }
    String field = "record.data." + quoted(column.field());
    if (column.type() == Simple.BINARY) {
      return "from_base64(" + field + ")";
    } else if (column.type() instanceof Decimal) {
      return field + "::" + DuckDbTypes.ddl(column.type());
    }
    return field;
  }
}
