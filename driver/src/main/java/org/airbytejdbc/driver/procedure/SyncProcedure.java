package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Reads streams now, whatever their age: {@code CALL airbyte.sync('shop.users')}. */
final class SyncProcedure implements Procedure {
  @Override
  public String name() {
    return "sync";
  }

  @Override
  public String description() {
    return "Reads streams now, whatever their age";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("streams", "VARCHAR", true, "Such as shop.users or shop.*"),
        new Parameter("fullRefresh", "BOOLEAN", false, "Reads them from the beginning"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "stream VARCHAR", "mode VARCHAR", "records BIGINT", "rows BIGINT", "seconds DOUBLE");
  }

  @Override
  public MemoryTable call(Arguments arguments, CallContext context) throws SQLException {
    String streams = arguments.text("streams").orElseThrow();
    List<Touched> touched = StreamPattern.of(streams, context.schema()).in(context.sources());
    if (touched.isEmpty()) {
      throw SqlState.UNDEFINED_TABLE.exception(
          "No stream is named like '" + streams + "'",
          "Write schema.stream; * and ? stand for any characters.");
    }
    List<SyncReport> reports =
        context
            .freshness()
            .ensure(
                touched, FreshnessPolicy.NOW, context.sync().apply(arguments.flag("fullRefresh")));
    return new MemoryTable(
        columns(), reports.stream().flatMap(report -> rows(report).stream()).toList());
  }

  private static List<List<Object>> rows(SyncReport report) {
    double seconds = report.elapsed().toMillis() / 1000.0;
    return report.streams().stream()
        .map(
            stream ->
                List.<Object>of(
                    report.source() + "." + stream.table(),
                    stream.mode(),
                    stream.records(),
                    stream.rows(),
                    seconds))
        .toList();
  }
}
