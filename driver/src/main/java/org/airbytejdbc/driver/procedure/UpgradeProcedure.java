package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Installs a connector's package anew: {@code CALL airbyte.upgrade('source-faker')}. */
final class UpgradeProcedure implements Procedure {
  @Override
  public String name() {
    return "upgrade";
  }

  @Override
  public String description() {
    return "Installs a connector's package anew, and so its newest release unless one is pinned";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(PackageRow.CONNECTOR);
  }

  @Override
  public List<Column> columns() {
    return PackageRow.COLUMNS;
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    String connector = arguments.text(PackageRow.CONNECTOR.name()).orElseThrow();
    return PackageRow.timed(() -> List.of(context.packages().upgrade(connector, context.run())));
  }
}
