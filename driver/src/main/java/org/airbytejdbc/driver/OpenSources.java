package org.airbytejdbc.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.registry.ConnectorEntry;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.driver.jdbc.Attachments;
import org.airbytejdbc.driver.procedure.ConnectorLocks;
import org.airbytejdbc.driver.procedure.ConnectorPackages;
import org.airbytejdbc.driver.procedure.SourceList;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.EffectiveSetting;
import org.airbytejdbc.driver.settings.SettingsException;
import org.airbytejdbc.driver.settings.SourceDefinition;
import org.airbytejdbc.driver.system.LogLine;
import org.airbytejdbc.driver.system.Surroundings;

/**
 * The sources of one connection, with the caches that it holds a share of until it closes.
 * Thread-safe.
 */
final class OpenSources implements Attachments, Surroundings, SourceList, AutoCloseable {
  /** A source with its cache, which is closed with it. */
  record Share(
      SourceDefinition definition, ConnectorLogs.Origin origin, Source source, Cache cache) {
    AttachedSource attached(boolean rediscover, RunOptions options) {
      return new AttachedSource(source, cache, cache.catalog(source, rediscover, options));
    }
  }

  private final ConnectionSettings settings;
  private final SourceOpener opener;
  private final List<Share> shares = new CopyOnWriteArrayList<>();

  private OpenSources(ConnectionSettings settings, SourceOpener opener) {
    this.settings = settings;
    this.opener = opener;
  }

  /** Those of the settings. */
  static OpenSources open(ConnectionSettings settings, SourceOpener opener) {
    OpenSources opened = new OpenSources(settings, opener);
    try {
      settings.sources().forEach(source -> opened.shares.add(opener.open(source)));
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Fails with the connector's own words if a config does not work. */
  void check(RunOptions options) {
    for (Share share : shares) {
      Source source = share.source();
      ConnectionStatus status = source.connector().check(source.config(), options);
      if (!status.succeeded()) {
        throw new ConnectorException(
            Kind.CHECK_FAILED,
            "%s: %s says that the config does not work: %s"
                .formatted(source.name(), source.connector().name(), status.message()),
            "Mend the config, or leave connectOnOpen away to use what is in the cache");
      }
    }
  }

  @Override
  public AttachedSources current(RunOptions options) {
    return attached(false, options);
  }

  @Override
  public AttachedSources rediscover(RunOptions options) {
    return attached(true, options);
  }

  private AttachedSources attached(boolean rediscover, RunOptions options) {
    List<AttachedSource> attached = new ArrayList<>();
    for (Share share : shares) {
      attached.add(share.attached(rediscover, options));
    }
    return new AttachedSources(attached);
  }

  @Override
  public AttachedSource add(String connector, Map<String, String> properties, RunOptions options) {
    SourceDefinition wanted = sourceLocks().held(opener.define(connector, properties));
    requireNew(wanted);
    boolean beside = !properties.containsKey("cache") && !shares.isEmpty();
    Share share = opener.open(beside ? wanted.in(shares.get(0).definition().cache()) : wanted);
    try {
      AttachedSource attached = share.attached(false, options);
      put(share);
      return attached;
    } catch (RuntimeException e) {
      share.cache().close();
      throw e;
    }
  }

  /** Only this is exclusive: others need not wait while a connector is installed and asked. */
  private synchronized void put(Share share) {
    requireNew(share.definition());
    shares.add(share);
  }

  private void requireNew(SourceDefinition wanted) {
    if (find(wanted.name()).isPresent()) {
      throw new SettingsException(
          "There is a source " + wanted.name() + " already", "Give this one another name.");
    }
  }

  @Override
  public ConnectorSpecification spec(String connector, RunOptions options) {
    SourceDefinition wanted = opener.define(connector, Map.of());
    return opener.finder().find(wanted.connector()).spec(options);
  }

  @Override
  public ConnectorLocks locks() {
    return sourceLocks();
  }

  private SourceLocks sourceLocks() {
    return new SourceLocks(settings.lock(), opener.finder(), shares);
  }

  @Override
  public ConnectorPackages packages() {
    return new PackageStore(opener, this::definitions);
  }

  @Override
  public synchronized void remove(String name) {
    find(name)
        .ifPresent(
            share -> {
              shares.remove(share);
              share.cache().close();
            });
  }

  private Optional<Share> find(String name) {
    return shares.stream()
        .filter(share -> share.definition().name().equalsIgnoreCase(name))
        .findFirst();
  }

  @Override
  public List<SourceDefinition> definitions() {
    return shares.stream().map(Share::definition).toList();
  }

  @Override
  public List<InstalledConnector> installed() {
    return opener.installed();
  }

  @Override
  public List<ConnectorEntry> published(Cancellation cancellation, Consumer<String> outOfReach) {
    try {
      return opener.registry().connectors(cancellation);
    } catch (ConnectorException e) {
      boolean asked = !settings.registry().equals(ConnectorRegistry.PUBLIC);
      if (asked || e.kind() != Kind.REGISTRY_UNREACHABLE) {
        throw e;
      }
      outOfReach.accept(e.getMessage() + ", so what is published is left out");
      return List.of();
    }
  }

  @Override
  public List<LogLine> logs() {
    List<ConnectorLogs.Origin> own = shares.stream().map(Share::origin).toList();
    return opener.logs().of(own::contains);
  }

  @Override
  public List<EffectiveSetting> settings(FreshnessPolicy policy) {
    return EffectiveSetting.of(settings, policy, definitions());
  }

  @Override
  public void close() {
    shares.forEach(share -> share.cache().close());
  }
}
