package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Reads the first records of a stream live: {@code CALL airbyte.preview('users', 5)}. */
final class PreviewProcedure implements Procedure {
  private static final long RECORDS = 10;

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public String description() {
    return "Reads the first records of a stream from its connector, and stops it then";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("stream", "VARCHAR", true, "Such as shop.users"),
        new Parameter("records", "BIGINT", false, "How many; " + RECORDS + " without it"));
  }

  /** They are the stream's. */
  @Override
  public List<Column> columns() {
    return List.of();
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    long records = arguments.number("records").orElse(RECORDS);
    if (records < 1) {
      throw SqlErrors.argument("A preview has at least one record");
    }
    Touched touched = StreamArgument.one(arguments.text("stream").orElseThrow(), context);
    Cache.Preview preview =
        touched
            .cache()
            .preview(
                touched.source(),
                touched.tables().iterator().next(),
                records,
                FreshnessPolicy.NOW,
                context.sync().apply(false));
    return new Answer.Query(
        touched.cache(),
        "SELECT * FROM %s.%s LIMIT %d"
            .formatted(SqlName.quoted(preview.schema()), SqlName.quoted(preview.table()), records));
  }
}
