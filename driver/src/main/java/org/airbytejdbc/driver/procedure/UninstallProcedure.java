package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Removes a connector's packages: {@code CALL airbyte.uninstall('source-faker')}. */
final class UninstallProcedure implements Procedure {
  @Override
  public String name() {
    return "uninstall";
  }

  @Override
  public String description() {
    return "Removes all packages of a connector, or those of one version; a later use installs anew";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        PackageRow.CONNECTOR, new Parameter("version", "VARCHAR", false, "The only one to remove"));
  }

  @Override
  public List<Column> columns() {
    return PackageRow.COLUMNS;
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    String connector = arguments.text(PackageRow.CONNECTOR.name()).orElseThrow();
    Optional<String> version = arguments.text("version");
    return PackageRow.timed(() -> context.packages().uninstall(connector, version, context.run()));
  }
}
