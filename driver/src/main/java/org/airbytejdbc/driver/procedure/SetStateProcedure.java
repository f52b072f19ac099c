package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Says where a stream goes on: {@code CALL airbyte.set_state('users', '{"cursor": 5}')}. */
final class SetStateProcedure implements Procedure {
  @Override
  public String name() {
    return "set_state";
  }

  @Override
  public String description() {
    return "Has the next incremental read of a stream go on from a state; its rows stay";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("stream", "VARCHAR", true, "Such as shop.users"),
        new Parameter(
            "state",
            "VARCHAR",
            false,
            "The stream's own state, a JSON object; without it, the stream is read from its"
                + " beginning"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("source VARCHAR", "table_name VARCHAR", "state VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    Touched touched = StreamArgument.one(arguments.text("stream").orElseThrow(), context);
    StreamTable stream = touched.tables().iterator().next();
    Optional<String> stored =
        touched
            .cache()
            .states()
            .set(
                stream.schema(),
                stream.name(),
                arguments.text("state"),
                context.run().cancellation());
    return Answer.rows(
        columns(), List.of(Arrays.asList(stream.schema(), stream.table(), stored.orElse(null))));
  }
}
