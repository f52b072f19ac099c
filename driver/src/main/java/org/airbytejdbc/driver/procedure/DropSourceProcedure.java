package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Takes a source off this connection: {@code CALL airbyte.drop_source('crm', data => true)}. */
final class DropSourceProcedure implements Procedure {
  @Override
  public String name() {
    return "drop_source";
  }

  @Override
  public String description() {
    return "Takes a source off this connection; with data => true, out of its cache as well";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("name", "VARCHAR", true, "The source's name"),
        new Parameter(
            "data", "BOOLEAN", false, "Whether the cached rows, states and history go, too"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("source VARCHAR", "data VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    boolean data = arguments.flag("data");
    AttachedSource source = SourceArgument.one(arguments.text("name").orElseThrow(), context);
    if (data) {
      source.cache().upkeep().drop(source.source().name(), context.run().cancellation());
    }
    context.list().remove(source.source().name());
    return Answer.rows(
        columns(), List.of(List.of(source.source().name(), data ? "removed" : "kept")));
  }
}
