package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** Tells what a manifest does for a slice of a stream: {@code CALL airbyte.trace('shop.items')}. */
final class TraceProcedure implements Procedure {
  private static final long PAGES = 5;
  private static final long RECORDS = 10;

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public String description() {
    return "Reads one slice of a manifest's stream, and tells each step of it; stores nothing";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("stream", "VARCHAR", true, "Such as shop.items"),
        new Parameter("slice", "BIGINT", false, "Which slice; the first without it"),
        new Parameter("pages", "BIGINT", false, "The most that are read; " + PAGES + " without it"),
        new Parameter(
            "records", "BIGINT", false, "The most that are shown; " + RECORDS + " without it"),
        new Parameter(
            "state", "VARCHAR", false, "The stream's state, as JSON; the beginning without it"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "step INTEGER",
        "kind VARCHAR",
        "path VARCHAR",
        "text VARCHAR",
        "value VARCHAR",
        "headers VARCHAR",
        "status INTEGER",
        "millis BIGINT");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    Touched touched = StreamArgument.one(arguments.text("stream").orElseThrow(), context);
    Source source = touched.source();
    TraceRequest request =
        new TraceRequest(
            source.config(),
            touched.tables().iterator().next().name().name(),
            arguments.text("state"),
            positive("slice", 1, arguments),
            positive("pages", PAGES, arguments),
            positive("records", RECORDS, arguments));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TraceStep step : source.connector().trace(request, context.run())) {
      rows.add(row(rows.size() + 1, step));
    }
    return Answer.rows(columns(), rows);
  }

  private static long positive(String name, long otherwise, Arguments arguments)
      throws SQLException {
    long number = arguments.number(name).orElse(otherwise);
    if (number < 1) {
      throw SqlErrors.argument("'" + name + "' counts from 1");
    }
    return number;
  }

  private static List<@Nullable Object> row(int number, TraceStep step) {
    return Arrays.asList(
        number,
        step.kind().name().toLowerCase(Locale.ROOT),
        step.path(),
        step.text(),
        step.value().orElse(null),
        step.headers().orElse(null),
        step.status().orElse(null),
        step.elapsed().map(Duration::toMillis).orElse(null));
  }
}
