package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/**
 * Installs a connector's package ahead of its use: {@code CALL airbyte.install('source-faker')}.
 */
final class InstallProcedure implements Procedure {
  @Override
  public String name() {
    return "install";
  }

  @Override
  public String description() {
    return "Installs a connector's package, if it is not, before it is first needed";
  }

  /** All but the first are properties of a URL. */
  @Override
  public List<Parameter> parameters() {
    return List.of(
        PackageRow.CONNECTOR,
        new Parameter("version", "VARCHAR", false, "Of the package; the newest without it"),
        new Parameter("pip", "VARCHAR", false, "What to install instead of the package"),
        new Parameter("python", "VARCHAR", false, "The interpreter to install with"));
  }

  @Override
  public List<Column> columns() {
    return PackageRow.COLUMNS;
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    Map<String, String> properties = new TreeMap<>();
    for (Parameter parameter : parameters()) {
      arguments.text(parameter.name()).ifPresent(text -> properties.put(parameter.name(), text));
    }
    String connector = properties.remove(PackageRow.CONNECTOR.name());
    return PackageRow.timed(
        () -> List.of(context.packages().install(connector, properties, context.run())));
  }
}
