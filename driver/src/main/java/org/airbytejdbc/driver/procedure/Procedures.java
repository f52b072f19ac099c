package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.calcite.RoutedStatement.Argument;
import org.airbytejdbc.driver.error.SqlState;

/** All procedures. */
public final class Procedures {
  /** The schema that they are in. */
  public static final String SCHEMA = "airbyte";

  private static final List<Procedure> ALL =
      List.of(
          new AddSourceProcedure(),
          new CancelProcedure(),
          new CheckProcedure(),
          new DiscoverProcedure(),
          new DropSourceProcedure(),
          new ExportProcedure(),
          PackageProcedure.INSTALL,
          new LockProcedure(),
          new PreviewProcedure(),
          new ResetProcedure(),
          new SetStateProcedure(),
          new SpecProcedure(),
          new SyncProcedure(),
          new TraceProcedure(),
          PackageProcedure.UNINSTALL,
          PackageProcedure.UPGRADE,
          new VacuumProcedure());

  private Procedures() {}

  /** All that there are, by name. */
  public static List<Procedure> all() {
    return ALL;
  }

  /**
   * Does what was called.
   *
   * @param schema empty if none was given
   */
  public static Answer call(
      String schema, String name, List<Argument> arguments, CallContext context)
      throws SQLException {
    Procedure procedure = find(schema, name);
    return procedure.call(new Arguments(procedure, arguments), context);
  }

  private static Procedure find(String schema, String name) throws SQLException {
    return ALL.stream()
        .filter(procedure -> schema.isEmpty() || schema.equalsIgnoreCase(SCHEMA))
        .filter(procedure -> procedure.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                SqlState.UNDEFINED_FUNCTION.exception(
                    "There is no procedure " + (schema.isEmpty() ? name : schema + "." + name),
                    ALL.stream()
                        .map(procedure -> SCHEMA + "." + procedure.name())
                        .collect(Collectors.joining(", ", "There are: ", "."))));
  }
}
