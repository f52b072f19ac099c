package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** Forgets what was read: {@code CALL airbyte.reset('users')}. */
final class ResetProcedure implements Procedure {
  @Override
  public String name() {
    return "reset";
  }

  @Override
  public String description() {
    return "Forgets the rows and the state of streams, as if they had never been read";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("streams", "VARCHAR", true, "Such as shop.users, or shop.* for all"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("source VARCHAR", "table_name VARCHAR", "rows BIGINT");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Touched touched : StreamArgument.all(arguments.text("streams").orElseThrow(), context)) {
      List<StoredStream> reset =
          touched
              .cache()
              .upkeep()
              .reset(
                  touched.source().name(),
                  touched.tables().stream().map(StreamTable::name).collect(Collectors.toSet()),
                  context.run().cancellation());
      reset.forEach(
          stream -> rows.add(List.of(stream.source(), stream.table(), stream.status().rows())));
    }
    return Answer.rows(columns(), rows);
  }
}
