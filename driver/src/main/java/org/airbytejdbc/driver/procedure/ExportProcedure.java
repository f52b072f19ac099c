package org.airbytejdbc.driver.procedure;

import static org.airbytejdbc.cache.duckdb.SqlName.literal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Writes rows into a file: {@code CALL airbyte.export('users', 'users.parquet')}. */
final class ExportProcedure implements Procedure {
  private static final Pattern QUERY =
      Pattern.compile(
          "\\s*[(]*\\s*(select|with|from|values|table)\\s.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private enum Format {
    PARQUET("(FORMAT parquet)"),
    CSV("(FORMAT csv, HEADER)"),
    JSON("(FORMAT json)");

    private final String options;

    Format(String options) {
      this.options = options;
    }
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String description() {
    return "Writes a stream, or the rows of a query, into a Parquet, CSV or JSON file";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("source", "VARCHAR", true, "A stream such as shop.users, or a query"),
        new Parameter("path", "VARCHAR", true, "The file to write"),
        new Parameter(
            "format", "VARCHAR", false, "parquet, csv or json; as the path ends without it"),
        new Parameter("overwrite", "BOOLEAN", false, "Whether a file that is there is replaced"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("path VARCHAR", "format VARCHAR", "rows BIGINT", "bytes BIGINT");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    Path file = path(arguments.text("path").orElseThrow());
    String ending = file.toString().substring(file.toString().lastIndexOf('.') + 1);
    Format format = format(arguments.text("format").orElse(ending));
    boolean overwrite = arguments.flag("overwrite");
    if (Files.exists(file) && !overwrite) {
      throw SqlState.INVALID_ARGUMENT.exception(
          file + " is there already", "Name another file, or say overwrite => true.");
    }
    String query = query(arguments.text("source").orElseThrow(), context);
    long rows = write(query, file, format, context);
    return Answer.rows(
        columns(),
        List.of(
            List.of(
                file.toString(),
                format.name().toLowerCase(Locale.ROOT),
                rows,
                file.toFile().length())));
  }

  private static String query(String source, CallContext context) throws SQLException {
    if (QUERY.matcher(source).matches()) {
      return source;
    }
    StreamTable stream = StreamArgument.one(source, context).tables().iterator().next();
    return "SELECT * FROM " + stream.sqlName();
  }

  /** Beside the file first, so that nobody meets half of it, and a failure leaves the old one. */
  private static long write(String query, Path file, Format format, CallContext context)
      throws SQLException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        long rows = context.export().copy(query, literal(part.toString()) + " " + format.options);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return rows;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw SqlState.INVALID_ARGUMENT.exception(
          file + " cannot be written", "Check that its folder is there, and its permissions.");
    }
  }

  private static Path path(String text) throws SQLException {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw SqlErrors.argument("'" + text + "' is no path");
    }
  }

  private static Format format(String name) throws SQLException {
    try {
      return Format.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "There is no format '" + name + "' to export to",
          "Say format => 'parquet', csv or json.");
    }
  }
}
