package org.airbytejdbc.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.driver.procedure.ConnectorPackages;
import org.airbytejdbc.driver.settings.SourceDefinition;

/**
 * The packages below the user's folder.
 *
 * @param sources those of the connection
 */
record PackageStore(SourceOpener opener, Supplier<List<SourceDefinition>> sources)
    implements ConnectorPackages {
  @Override
  public InstalledConnector install(
      String connector, Map<String, String> properties, RunOptions options) {
    return opener.finder().environment(reference(connector, properties)).install(options);
  }

  @Override
  public InstalledConnector upgrade(String connector, RunOptions options) {
    return opener.finder().environment(reference(connector, Map.of())).upgrade(options);
  }

  @Override
  public List<InstalledConnector> uninstall(
      String connector, Optional<String> version, RunOptions options) {
    String name = reference(connector, Map.of()).name();
    return opener.finder().uninstall(name, version, options.cancellation());
  }

  private ConnectorReference reference(String connector, Map<String, String> properties) {
    return sources.get().stream()
        .filter(source -> properties.isEmpty() && source.name().equalsIgnoreCase(connector))
        .findFirst()
        .orElseGet(() -> opener.define(connector, properties))
        .connector();
  }
}
