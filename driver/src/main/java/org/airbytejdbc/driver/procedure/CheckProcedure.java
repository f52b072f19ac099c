package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** Asks connectors whether their configs work: {@code CALL airbyte.check('shop')}. */
final class CheckProcedure implements Procedure {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String description() {
    return "Asks the connectors whether their configs work";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SourceArgument.PARAMETER);
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("source VARCHAR", "status VARCHAR", "message VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (AttachedSource source : SourceArgument.of(arguments, context)) {
      ConnectionStatus status = check(source, context);
      rows.add(
          List.of(
              source.source().name(),
              status.succeeded() ? "succeeded" : "failed",
              status.message()));
    }
    return Answer.rows(columns(), rows);
  }

  /** What kept a connector from answering is an answer; what stopped the call is none. */
  private static ConnectionStatus check(AttachedSource source, CallContext context) {
    try {
      return source.source().connector().check(source.source().config(), context.run());
    } catch (ConnectorException e) {
      return switch (e.kind()) {
        case CANCELLED, TIMED_OUT -> throw e;
        default -> new ConnectionStatus(false, String.valueOf(e.getMessage()));
      };
    }
  }
}
