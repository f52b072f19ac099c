package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.connector.lock.LockFile;
import org.airbytejdbc.connector.secret.SecretPlaces;
import org.airbytejdbc.driver.settings.ConnectionProperty.Scope;

/**
 * All that a connection was asked for, checked as far as it can be without starting anything.
 *
 * @param url without its secrets
 * @param schema the current schema at the start; empty where there is no single source
 * @param sources no two of the same name; none where the URL names neither connector nor workspace
 * @param idleTimeout the longest silence of a connector
 * @param maxRecordSize the longest line of a connector, in bytes
 * @param secrets where a config's secrets are looked up
 * @param lock the lock file, which need not be there; empty where none is named
 * @param registry where published connectors are listed
 * @param refreshCatalog whether the connectors are asked for their streams again
 * @param connectOnOpen whether the connectors check their configs first
 * @param timeZoneTypes how results and metadata tell of types that have a time zone
 */
public record ConnectionSettings(
    String url,
    String schema,
    List<SourceDefinition> sources,
    FreshnessPolicy freshness,
    CacheSettings cache,
    Duration idleTimeout,
    int maxRecordSize,
    SecretPlaces secrets,
    Optional<Path> lock,
    URI registry,
    boolean refreshCatalog,
    boolean connectOnOpen,
    TimeZoneTypes timeZoneTypes) {
  private static final String FORMS =
      "Write it as jdbc:airbyte:source-faker or as jdbc:airbyte:?workspace=team.yaml";

  public ConnectionSettings {
    requireNonNull(url, "url");
    requireNonNull(schema, "schema");
    sources = List.copyOf(sources);
    requireNonNull(freshness, "freshness");
    requireNonNull(cache, "cache");
    requireNonNull(idleTimeout, "idleTimeout");
    requireNonNull(secrets, "secrets");
    requireNonNull(lock, "lock");
    requireNonNull(registry, "registry");
    requireNonNull(timeZoneTypes, "timeZoneTypes");
  }

  /**
   * The settings of a URL and the properties beside it. A property that is in both must have the
   * same value; what the URL says of the connection goes before what the workspace file says.
   *
   * @throws SettingsException if any of it is wrong
   */
  public static ConnectionSettings of(ConnectionUrl url, Properties properties, HomeFolder home) {
    PropertyValues given = given(url, properties);
    Workspace workspace = workspace(url.connector(), given);
    PropertyValues connection = given.over(workspace.values());
    Optional<Path> lock = lock(connection, given);
    List<SourceDefinition> sources = locked(workspace.sources(connection, home), lock);
    return new ConnectionSettings(
        url.redacted(),
        sources.size() == 1 ? sources.get(0).name() : "",
        sources,
        new FreshnessPolicy(
            connection.get(ConnectionProperty.REFRESH, Refresh.class),
            connection.get(ConnectionProperty.MAX_AGE, Duration.class)),
        new CacheSettings(connection.get(ConnectionProperty.LOCK_TIMEOUT, Duration.class)),
        connection.get(ConnectionProperty.IDLE_TIMEOUT, Duration.class),
        connection.get(ConnectionProperty.MAX_RECORD_SIZE, Integer.class),
        connection.get(ConnectionProperty.SECRETS, SecretPlaces.class),
        lock,
        connection.get(ConnectionProperty.REGISTRY, URI.class),
        connection.get(ConnectionProperty.REFRESH_CATALOG, Boolean.class),
        connection.get(ConnectionProperty.CONNECT_ON_OPEN, Boolean.class),
        connection.get(ConnectionProperty.TIME_ZONE_TYPES, TimeZoneTypes.class));
  }

  /**
   * The one that the URL names by its connector.
   *
   * @throws SettingsException if it names none
   */
  public SourceDefinition source() {
    if (sources.isEmpty()) {
      throw namesNoConnector();
    }
    return sources.get(0);
  }

  private static Optional<Path> lock(PropertyValues connection, PropertyValues given) {
    return connection
        .given(ConnectionProperty.LOCK, Path.class)
        .or(
            () ->
                given
                    .given(ConnectionProperty.WORKSPACE, Path.class)
                    .map(workspace -> workspace.resolveSibling("airbyte.lock")));
  }

  private static List<SourceDefinition> locked(
      List<SourceDefinition> sources, Optional<Path> lock) {
    Optional<LockFile> file = lock.map(LockFile::read);
    return sources.stream()
        .map(source -> source.heldTo(file.flatMap(locks -> locks.source(source.name()))))
        .toList();
  }

  private static PropertyValues given(ConnectionUrl url, Properties properties) {
    PropertyCollector collector = new PropertyCollector("", Path.of(""), scope -> true);
    url.properties().forEach(property -> collector.add(property.key(), property.text()));
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> collector.merge(key, properties.getProperty(key)));
    for (Object key : properties.keySet()) {
      if (!(key instanceof String name) || properties.getProperty(name) == null) {
        throw new SettingsException(
            "Property '" + key + "' is not a text", "Set it with Properties.setProperty");
      }
    }
    return collector.collected();
  }

  private static Workspace workspace(String connector, PropertyValues given) {
    Optional<Path> file = given.given(ConnectionProperty.WORKSPACE, Path.class);
    if (file.isEmpty()) {
      return connector.isEmpty() ? empty(given) : Workspace.of(connector, given);
    }
    if (!connector.isEmpty()) {
      throw new SettingsException("The URL names a workspace beside its connector", FORMS);
    }
    requireNoneOfSource(given);
    return WorkspaceFile.read(file.get());
  }

  /** Of a URL that names no source: to look around, and to add sources later. */
  private static Workspace empty(PropertyValues given) {
    for (ConnectionProperty property : given.properties()) {
      if (property.scope() != Scope.CONNECTION) {
        throw namesNoConnector();
      }
    }
    return new Workspace(given, List.of(), Path.of("").toAbsolutePath(), "");
  }

  private static SettingsException namesNoConnector() {
    return new SettingsException("The URL names no connector", FORMS);
  }

  private static void requireNoneOfSource(PropertyValues given) {
    for (ConnectionProperty property : given.properties()) {
      if (property.scope() == Scope.SOURCE || property == ConnectionProperty.NAME) {
        throw new SettingsException(
            "Property '" + property.key() + "' is about one source, not about a workspace",
            "Set it in the workspace file");
      }
    }
  }
}
