package org.airbytejdbc.cache.load;

import static java.util.stream.Collectors.joining;
import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** Loads records that were rewritten, whose values need nothing but a cast. */
final class StrictLoad {
  /** Below it the engine reads with buffers so small that they cost time. */
  private static final int SMALLEST_OBJECT_SIZE = 1 << 20;

  private StrictLoad() {}

  /** Widens the columns that the file has too large integers for; returns them as they are now. */
  static List<Column> widen(Statement statement, StrictFile file, LoadTarget target)
      throws SQLException {
    Set<String> tooNarrow = new HashSet<>();
    file.widened().forEach(column -> tooNarrow.add(column.name()));
    List<Column> widened = new ArrayList<>();
    for (Column column : target.columns()) {
      if (column.type() == Simple.INTEGER && tooNarrow.contains(column.name())) {
        statement.execute(
            "ALTER TABLE "
                + target.table()
                + " ALTER COLUMN "
                + quoted(column.name())
                + " TYPE "
                + DuckDbTypes.ddl(Simple.BIG_INTEGER));
        widened.add(
            new Column(column.name(), column.field(), Simple.BIG_INTEGER, column.description()));
      }
    }
    return widened;
  }

  /** The statement that loads a file, whose columns are wide enough. */
  static String sql(StrictFile file, LoadTarget target) {
    List<String> lineColumns =
        Stream.concat(
                IntStream.range(0, file.columns().size()).mapToObj(StrictRecord::key),
                Stream.of(StrictRecord.EMITTED_AT, StrictRecord.META, StrictRecord.UNDECLARED))
            .toList();
    return "INSERT INTO "
        + target.table()
        + file.columns().stream()
            .map(column -> quoted(column.name()))
            .collect(joining(", ", " (", ")"))
        + " SELECT "
        + IntStream.range(0, file.columns().size())
            .mapToObj(i -> value(i, file.columns().get(i)))
            .collect(joining(", "))
        + " FROM "
        + "read_ndjson("
        + literal(file.path().toString())
        + ", columns = {"
        + lineColumns.stream().map(name -> name + ": 'VARCHAR'").collect(joining(", "))
        // Else the engine would look at twenty thousand lines to tell whether they are records.
        + "}, records = true, maximum_object_size = "
        + Math.max(file.longestLine(), SMALLEST_OBJECT_SIZE)
        + ")";
  }

  private static String value(int number, Column column) {
    if (column.name().equals(MetadataColumns.RAW_ID.name())) {
      return "uuidv7()::VARCHAR";
    } else if (column.name().equals(MetadataColumns.EXTRACTED_AT.name())) {
      return "make_timestamptz(" + StrictRecord.EMITTED_AT + "::BIGINT)";
    } else if (column.name().equals(MetadataColumns.META.name())) {
      return StrictRecord.META + "::JSON";
    } else if (column.name().equals(MetadataColumns.UNDECLARED.name())) {
      return StrictRecord.UNDECLARED + "::JSON";
    }
    String text = StrictRecord.key(number);
    if (column.type() == Simple.BINARY) {
      return "from_base64(" + text + ")";
    }
    // An integer goes in by the cast of the INSERT, as its column may have been widened.
    return column.type() == Simple.INTEGER ? text : text + "::" + DuckDbTypes.ddl(column.type());
  }
}
