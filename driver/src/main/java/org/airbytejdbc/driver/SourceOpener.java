package org.airbytejdbc.driver;

import java.util.List;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.Caches;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.config.ConfigResolver;
import org.airbytejdbc.driver.OpenSources.Share;
import org.airbytejdbc.driver.settings.SourceDefinition;

/** Makes sources out of what was asked for, in the caches that they share. Thread-safe. */
record SourceOpener(
    ConnectorFinder finder,
    ConfigResolver configs,
    Caches caches,
    CacheSettings settings,
    ConnectorLogs logs) {
  /** The source, with a share of its cache that the caller closes; starts nothing. */
  Share open(SourceDefinition wanted) {
    ConnectorLogs.Origin origin = new ConnectorLogs.Origin(wanted.cache(), wanted.name());
    Connector connector = new LoggedConnector(finder.find(wanted.connector()), origin, logs);
    Source source =
        new Source(
            wanted.name(),
            connector,
            configs.resolve(wanted.connector().name(), wanted.config()),
            wanted.settings());
    return new Share(wanted, origin, source, caches.open(wanted.cache(), settings));
  }

  List<InstalledConnector> installed() {
    return finder.installed();
  }
}
