package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

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
        new Parameter("streams", "VARCHAR", true, "Such as shop.users, orders or shop.*"),
        new Parameter("fullRefresh", "BOOLEAN", false, "Reads them from the beginning"),
        new Parameter(
            "mode", "VARCHAR", false, "As the property syncMode, which holds without it"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "stream VARCHAR", "mode VARCHAR", "records BIGINT", "rows BIGINT", "seconds DOUBLE");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    Optional<String> mode = arguments.text("mode");
    List<Touched> touched = new ArrayList<>();
    for (Touched one : StreamArgument.all(arguments.text("streams").orElseThrow(), context)) {
      touched.add(mode.isPresent() ? in(mode.get(), one) : one);
    }
    List<SyncReport> reports =
        context
            .freshness()
            .ensure(
                touched, FreshnessPolicy.NOW, context.sync().apply(arguments.flag("fullRefresh")));
    return Answer.rows(
        columns(), reports.stream().flatMap(report -> rows(report).stream()).toList());
  }

  private static Touched in(String mode, Touched touched) throws SQLException {
    Source source = touched.source();
    SourceSettings settings = source.settings();
    SourceSettings wanted =
        new SourceSettings(settings.streams(), strategy(mode), settings.undeclared());
    return new Touched(
        touched.cache(),
        new Source(source.name(), source.connector(), source.config(), wanted),
        touched.tables());
  }

  private static SyncStrategy strategy(String mode) throws SQLException {
    try {
      return SyncStrategy.valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "There is no mode '" + mode + "'",
          Arrays.stream(SyncStrategy.values())
              .map(strategy -> strategy.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ", "There are ", ".")));
    }
  }

  private static List<List<@Nullable Object>> rows(SyncReport report) {
    double seconds = report.elapsed().toMillis() / 1000.0;
    return report.streams().stream()
        .map(
            stream ->
                List.<@Nullable Object>of(
                    report.source() + "." + stream.table(),
                    stream.mode(),
                    stream.records(),
                    stream.rows(),
                    seconds))
        .toList();
  }
}
