package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.calcite.RoutedStatement;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;

/** All procedures. */
public final class Procedures {
  /** The schema that they are in. */
  public static final String SCHEMA = "airbyte";

  private static final List<Procedure> ALL = List.of(new SyncProcedure());

  private Procedures() {}

  /** All that there are, by name. */
  public static List<Procedure> all() {
    return ALL;
  }

  /** Does what was called. */
  public static MemoryTable call(RoutedStatement.Procedure call, CallContext context)
      throws SQLException {
    Procedure procedure = find(call);
    return procedure.call(new Arguments(procedure, call.arguments()), context);
  }

  private static Procedure find(RoutedStatement.Procedure call) throws SQLException {
    return ALL.stream()
        .filter(procedure -> call.schema().isEmpty() || call.schema().equalsIgnoreCase(SCHEMA))
        .filter(procedure -> procedure.name().equalsIgnoreCase(call.name()))
        .findFirst()
        .orElseThrow(
            () ->
                SqlState.UNDEFINED_FUNCTION.exception(
                    "There is no procedure "
                        + (call.schema().isEmpty() ? "" : call.schema() + ".")
                        + call.name(),
                    ALL.stream()
                        .map(procedure -> SCHEMA + "." + procedure.name())
                        .collect(Collectors.joining(", ", "There are ", "."))));
  }
}
