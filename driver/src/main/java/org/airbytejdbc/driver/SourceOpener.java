package org.airbytejdbc.driver;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.Caches;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.config.ConfigResolver;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.driver.OpenSources.Share;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.driver.settings.SettingsException;
import org.airbytejdbc.driver.settings.SourceDefinition;

/** Makes sources out of what was asked for, in the caches that they share. Thread-safe. */
record SourceOpener(
    ConnectorFinder finder,
    ConnectorRegistry registry,
    ConfigResolver configs,
    Caches caches,
    CacheSettings settings,
    HomeFolder home,
    ConnectorLogs logs) {
  /** The source, with a share of its cache that the caller closes; starts nothing. */
  Share open(SourceDefinition wanted) {
    ConnectorLogs.Origin origin = new ConnectorLogs.Origin(wanted.cache(), wanted.name());
    Connector connector = new LoggedConnector(connector(wanted), origin, logs);
    Source source =
        new Source(
            wanted.name(),
            connector,
            configs.resolve(wanted.connector().name(), wanted.config()),
            wanted.settings());
    return new Share(wanted, origin, source, caches.open(wanted.cache(), settings));
  }

  private Connector connector(SourceDefinition wanted) {
    return wanted
        .lock()
        .map(lock -> finder.find(wanted.connector(), lock))
        .orElseGet(() -> finder.find(wanted.connector()));
  }

  /**
   * A source that is asked for later than the others.
   *
   * @throws SettingsException if a property is wrong
   */
  SourceDefinition define(String connector, Map<String, String> given) {
    Properties properties = new Properties();
    given.forEach(properties::setProperty);
    ConnectionUrl url = ConnectionUrl.parse("jdbc:airbyte:" + connector).orElseThrow();
    return ConnectionSettings.of(url, properties, home).source();
  }

  List<InstalledConnector> installed() {
    return finder.installed();
  }
}
