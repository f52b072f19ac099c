package org.airbytejdbc.driver;

import java.sql.Connection;
import java.time.Clock;
import org.airbytejdbc.cache.Caches;
import org.airbytejdbc.cache.Freshness;
import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.calcite.Statements;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConfigResolver;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.driver.jdbc.AirbyteConnection;
import org.airbytejdbc.driver.jdbc.ConnectionContext;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.driver.system.SystemTables;

/**
 * Puts the rooms together: the only place that knows all of them. Its connections share caches and
 * what is remembered about statements. Thread-safe.
 */
public final class ConnectionFactory {
  private final String version = DriverVersion.built().text();
  private final Caches caches = new Caches();
  private final Freshness freshness = new Freshness();
  private final Statements statements = new Statements(SystemTables.schema());
  private final ConnectorLogs logs = new ConnectorLogs();

  /**
   * A connection, closed by the caller. A connector is started only if its streams are not known
   * yet, or are to be asked for again. Fails with the exceptions of the connector and the cache.
   */
  public Connection open(
      ConnectionSettings settings,
      HomeFolder home,
      ConnectorListener connectorListener,
      SyncListener syncListener) {
    return open(settings, home, connectorListener, syncListener, Cancellation.none());
  }

  /** The same; the cancellation ends the opening, not what the connection does later. */
  Connection open(
      ConnectionSettings settings,
      HomeFolder home,
      ConnectorListener connectorListener,
      SyncListener syncListener,
      Cancellation opening) {
    caches.warmUp();
    statements.warmUp();
    OpenSources sources = OpenSources.open(settings, opener(settings, home));
    try {
      RunOptions run = run(settings, connectorListener);
      if (settings.connectOnOpen()) {
        sources.check(run.endedBy(opening));
      }
      if (settings.refreshCatalog()) {
        sources.rediscover(run.endedBy(opening));
      } else {
        sources.current(run.endedBy(opening));
      }
      return AirbyteConnection.open(
          new ConnectionContext(
              settings.url(),
              version,
              settings.schema(),
              sources,
              sources,
              sources,
              statements,
              freshness,
              settings.freshness(),
              run,
              syncListener,
              settings.timeZoneTypes(),
              sources::close));
    } catch (RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  /**
   * What a config of the one connector of these settings looks like; the config need not be there
   * yet. Installs the connector if need be, and fails with its exceptions.
   */
  public ConnectorSpecification spec(
      ConnectionSettings settings, HomeFolder home, ConnectorListener listener) {
    return opener(settings, home)
        .finder()
        .find(settings.source().connector())
        .spec(run(settings, listener));
  }

  private static RunOptions run(ConnectionSettings settings, ConnectorListener listener) {
    return new RunOptions(
        Cancellation.none(), settings.idleTimeout(), listener, settings.maxRecordSize());
  }

  private SourceOpener opener(ConnectionSettings settings, HomeFolder home) {
    ConnectorRegistry registry =
        new ConnectorRegistry(settings.registry(), home.registry(), Clock.systemUTC());
    return new SourceOpener(
        new ConnectorFinder(home.connectors(), System.getenv(), new ManifestReader(), registry),
        registry,
        new ConfigResolver(settings.secrets().sources()),
        caches,
        settings.cache(),
        home,
        logs);
  }
}
