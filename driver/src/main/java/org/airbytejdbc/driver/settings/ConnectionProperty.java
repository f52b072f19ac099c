package org.airbytejdbc.driver.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.connector.secret.SecretPlaces;

/**
 * The one list of what can be set on a connection. The URL, the workspace file, the driver's
 * property info and the README's table all derive from it.
 */
public enum ConnectionProperty {
  CONFIG(
      "config",
      Scope.SOURCE,
      PropertyType.TEXT,
      "The connector's configuration: a JSON object, or the path of a JSON or YAML file."
          + " Single keys are set with config.KEY, nested ones with config.KEY.KEY."),
  WORKSPACE(
      "workspace",
      Scope.URL,
      PropertyType.PATH,
      "A YAML file that names several sources, instead of one connector in the URL."),
  REFRESH(
      "refresh",
      Scope.CONNECTION,
      PropertyType.oneOf(Refresh.class),
      "auto",
      "When a stream is read before a query sees it: auto if it was never read or is older than"
          + " maxAge."),
  MAX_AGE(
      "maxAge",
      Scope.CONNECTION,
      PropertyType.DURATION,
      "1h",
      "How old the rows of a stream may be with refresh=auto."),
  STREAMS(
      "streams",
      Scope.SOURCE,
      PropertyType.PATTERNS,
      "*",
      "The streams that are shown and read, with commas between them; * stands for any text, ? for"
          + " any character."),
  CACHE(
      "cache",
      Scope.SOURCE_AND_CONNECTION,
      PropertyType.CACHE,
      "Where streams are kept: duckdb:PATH for a file, memory for none. Without it, a file in the"
          + " user's cache folder."),
  NAME(
      "name",
      Scope.URL,
      PropertyType.TEXT,
      "The source's name, which is its SQL schema. Without it, the connector's name with no"
          + " 'source-' before it."),
  VERSION("version", Scope.SOURCE, PropertyType.TEXT, "The version of the connector to install."),
  EXECUTABLE(
      "executable",
      Scope.SOURCE,
      PropertyType.PATH,
      "An executable connector to run, instead of installing one."),
  MANIFEST(
      "manifest",
      Scope.SOURCE,
      PropertyType.ADDRESS,
      "A declarative manifest to run inside the JVM, instead of installing a connector: a YAML"
          + " file or its address. With run=python, Airbyte's CDK runs it."),
  COMPONENTS(
      "components",
      Scope.SOURCE,
      PropertyType.PATH,
      "A file with the Python code of components that the manifest has of its own. It is run as it"
          + " is, by Airbyte's CDK."),
  RUN(
      "run",
      Scope.SOURCE,
      PropertyType.oneOf(ConnectorReference.Way.class),
      "auto",
      "How the connector is run: auto takes the first of the others that is there, in their"
          + " order."),
  PYTHON(
      "python",
      Scope.SOURCE,
      PropertyType.PATH,
      "The Python interpreter to install the connector with. Without it, one that fits is looked"
          + " for."),
  PIP(
      "pip",
      Scope.SOURCE,
      PropertyType.PIP,
      "What to install instead of the connector's own package, as pip takes it: names with extras"
          + " and versions, a wheel, a folder or an address such as git+https://…, with spaces"
          + " between them."),
  IMAGE(
      "image",
      Scope.SOURCE,
      PropertyType.TEXT,
      "The container image to run the connector as, with a tag or digest or without; else"
          + " Airbyte's own."),
  PULL(
      "pull",
      Scope.SOURCE,
      PropertyType.oneOf(ContainerSettings.Pull.class),
      "missing",
      "When a container's image is fetched from its registry."),
  NETWORK(
      "network",
      Scope.SOURCE,
      PropertyType.TEXT,
      "The engine's network that a container is in, such as host; the engine's default without"
          + " it."),
  MEMORY(
      "memory",
      Scope.SOURCE,
      PropertyType.MEMORY,
      "The most memory that a container may use, such as 512MB or 2GB."),
  CPUS(
      "cpus",
      Scope.SOURCE,
      PropertyType.CPUS,
      "The most processors that a container may use, such as 0.5 or 2."),
  MOUNTS(
      "mounts",
      Scope.SOURCE,
      PropertyType.MOUNTS,
      "Folders, files or volumes that a container sees, as HOST:CONTAINER or HOST:CONTAINER:ro,"
          + " with commas between them."),
  SYNC_MODE(
      "syncMode",
      Scope.SOURCE,
      PropertyType.oneOf(SyncStrategy.class),
      "auto",
      "How streams are read and stored: auto merges by key, else appends by cursor, else"
          + " replaces."),
  UNDECLARED(
      "undeclared",
      Scope.SOURCE,
      PropertyType.oneOf(UndeclaredFields.class),
      "drop",
      "What becomes of fields that a stream's schema does not declare: json keeps them in one"
          + " column."),
  SECRETS(
      "secrets",
      Scope.CONNECTION,
      PropertyType.SECRETS,
      SecretPlaces.USUAL,
      "Where ${NAME} in the config is looked up, one place after the other: environment,"
          + " dotenv:FILE, files:FOLDER, properties (airbyte.secret.NAME), prompt."),
  LOCK(
      "lock",
      Scope.CONNECTION,
      PropertyType.PATH,
      "The lock file, which holds connectors to what they were when CALL airbyte.lock() wrote it."
          + " Without it, airbyte.lock beside the workspace file."),
  REGISTRY(
      "registry",
      Scope.CONNECTION,
      PropertyType.ADDRESS,
      ConnectorRegistry.PUBLIC.toString(),
      "The registry that tells of published connectors, in Airbyte's format: an address or a"
          + " file."),
  REFRESH_CATALOG(
      "refreshCatalog",
      Scope.CONNECTION,
      PropertyType.BOOLEAN,
      "false",
      "Whether connectors are asked for their streams again when the connection opens."),
  CONNECT_ON_OPEN(
      "connectOnOpen",
      Scope.CONNECTION,
      PropertyType.BOOLEAN,
      "false",
      "Whether connectors check their configs when the connection opens, which fails where a check"
          + " does."),
  IDLE_TIMEOUT(
      "idleTimeout",
      Scope.CONNECTION,
      PropertyType.POSITIVE_DURATION,
      "10m",
      "How long a connector may be silent before it is stopped."),
  LOCK_TIMEOUT(
      "lockTimeout",
      Scope.CONNECTION,
      PropertyType.DURATION,
      "1m",
      "How long to wait for a cache that another process holds."),
  MAX_RECORD_SIZE(
      "maxRecordSize",
      Scope.CONNECTION,
      PropertyType.SIZE,
      "64MB",
      "The longest record that is read."),
  TIME_ZONE_TYPES(
      "timeZoneTypes",
      Scope.CONNECTION,
      PropertyType.oneOf(TimeZoneTypes.class),
      "standard",
      "How clients are told of types that have a time zone: standard as TIMESTAMP_WITH_TIMEZONE and"
          + " TIME_WITH_TIMEZONE, plain as TIMESTAMP and TIME, for those that know no others, such"
          + " as Spark."),
  USER("user", Scope.IGNORED, PropertyType.TEXT, "Accepted because clients send it."),
  PASSWORD("password", Scope.IGNORED, PropertyType.TEXT, "Accepted because clients send it.");

  /** What a property is about, and so where it can be written. */
  enum Scope {
    /** The URL alone. */
    URL("It is set in the URL"),
    /** One source: in the URL, or under the source in a workspace file. */
    SOURCE("It is set for each source in the workspace file, or in a URL that names a connector"),
    /** The whole connection: in the URL, or on the first level of a workspace file. */
    CONNECTION("It is set in the URL, or on the first level of the workspace file"),
    SOURCE_AND_CONNECTION(""),
    /** Without effect, in the URL. */
    IGNORED("It is ignored where clients send it; leave it out here");

    private final String guidance;

    Scope(String guidance) {
      this.guidance = guidance;
    }

    /** Where to set it, for someone who set it elsewhere. */
    String guidance() {
      return guidance;
    }

    /** Whether it can stand under a source in a workspace file. */
    boolean ofSource() {
      return this == SOURCE || this == SOURCE_AND_CONNECTION;
    }

    /** Whether it can stand on the first level of a workspace file. */
    boolean ofConnection() {
      return this == CONNECTION || this == SOURCE_AND_CONNECTION;
    }
  }

  private final String key;
  private final Scope scope;
  private final PropertyType<?> type;
  private final Optional<String> defaultText;
  private final String description;

  ConnectionProperty(String key, Scope scope, PropertyType<?> type, String description) {
    this(key, scope, type, Optional.empty(), description);
  }

  ConnectionProperty(
      String key, Scope scope, PropertyType<?> type, String defaultText, String description) {
    this(key, scope, type, Optional.of(defaultText), description);
  }

  ConnectionProperty(
      String key,
      Scope scope,
      PropertyType<?> type,
      Optional<String> defaultText,
      String description) {
    this.key = key;
    this.scope = scope;
    this.type = type;
    this.defaultText = defaultText;
    this.description = description;
  }

  /** The property that is written so; letter case counts. */
  static Optional<ConnectionProperty> named(String key) {
    return Arrays.stream(values()).filter(property -> property.key.equals(key)).findFirst();
  }

  /** Its name in a URL and in a workspace file. */
  public String key() {
    return key;
  }

  Scope scope() {
    return scope;
  }

  PropertyType<?> type() {
    return type;
  }

  /** The text that has the same effect as leaving the property out, where there is one. */
  public Optional<String> defaultText() {
    return defaultText;
  }

  public String description() {
    return description;
  }

  /** All texts it can have; empty where there is no end of them. */
  public List<String> choices() {
    return type.choices();
  }

  /** Whether its value must never be shown. */
  public boolean secret() {
    return this == CONFIG || this == PASSWORD;
  }

  /** Whether it has any effect, and so is worth offering. */
  public boolean effective() {
    return scope != Scope.IGNORED;
  }
}
