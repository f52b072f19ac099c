package org.airbytejdbc.driver;

import java.nio.file.Path;
import java.sql.DriverPropertyInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConfigField;
import org.airbytejdbc.connector.config.ConfigFields;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.driver.settings.ConnectionProperty;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.driver.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be set for a URL that may still be written: the driver's properties, and behind them the
 * fields of the connector's config. Installs nothing, and fails for no URL.
 */
final class PropertyInfos {
  private static final Logger LOG = LoggerFactory.getLogger(PropertyInfos.class);

  /** Somebody waits before an open form; a spec that was asked for once is kept. */
  private static final RunOptions RUN =
      new RunOptions(Cancellation.none(), Duration.ofSeconds(20), ConnectorListener.SILENT);

  private final Optional<ConnectionUrl> url;
  private final Properties properties;

  PropertyInfos(@Nullable String url, @Nullable Properties properties) {
    this.url = Optional.ofNullable(url).flatMap(PropertyInfos::readable);
    this.properties = properties == null ? new Properties() : properties;
  }

  DriverPropertyInfo[] all(HomeFolder home) {
    Stream<DriverPropertyInfo> driver =
        Arrays.stream(ConnectionProperty.values())
            .filter(ConnectionProperty::effective)
            .map(this::info);
    Stream<DriverPropertyInfo> config = fields(home).stream().map(PropertyInfos::info);
    return Stream.concat(driver, config).toArray(DriverPropertyInfo[]::new);
  }

  /** As far as it can be read: of a URL whose properties are not finished, the connector. */
  private static Optional<ConnectionUrl> readable(String url) {
    try {
      return ConnectionUrl.parse(url);
    } catch (SettingsException unfinished) {
      int question = url.indexOf('?');
      return question < 0 ? Optional.empty() : readable(url.substring(0, question));
    }
  }

  private DriverPropertyInfo info(ConnectionProperty property) {
    String value =
        given(property).or(property::defaultText).filter(text -> !property.secret()).orElse(null);
    return info(property.key(), value, property.description(), property.choices(), false);
  }

  /** Without the value that was given: a config is not shown anywhere. */
  private static DriverPropertyInfo info(ConfigField field) {
    return info(
        ConnectionProperty.CONFIG.key() + "." + field.path(),
        field.defaultText().orElse(null),
        field.description(),
        field.choices(),
        field.required());
  }

  private static DriverPropertyInfo info(
      String name,
      @Nullable String value,
      String description,
      List<String> choices,
      boolean required) {
    DriverPropertyInfo info = new DriverPropertyInfo(name, value);
    info.description = description;
    info.choices = choices.isEmpty() ? null : choices.toArray(String[]::new);
    info.required = required;
    return info;
  }

  private Optional<String> given(ConnectionProperty property) {
    return Optional.ofNullable(properties.getProperty(property.key()))
        .or(() -> url.flatMap(parsed -> parsed.text(property)));
  }

  /** Empty where there is no connector yet, or none that can tell. */
  private List<ConfigField> fields(HomeFolder home) {
    String name = url.map(ConnectionUrl::connector).orElse("");
    // A manifest would have to be fetched, from wherever somebody is still typing.
    if (name.isEmpty() || given(ConnectionProperty.MANIFEST).isPresent()) {
      return List.of();
    }
    try {
      Optional<Path> executable = given(ConnectionProperty.EXECUTABLE).map(Path::of);
      if (executable.filter(path -> !isCalled(name, path)).isPresent()) {
        return List.of();
      }
      ConnectionSettings settings = ConnectionSettings.of(url.orElseThrow(), properties, home);
      ConnectorRegistry registry =
          new ConnectorRegistry(settings.registry(), home.registry(), Clock.systemUTC());
      Connector connector =
          new ConnectorFinder(home.connectors(), System.getenv(), new ManifestReader(), registry)
              .find(settings.source().connector());
      return connector.installed() ? ConfigFields.of(connector.spec(RUN)) : List.of();
    } catch (RuntimeException e) {
      // The form is shown without these fields; connecting will tell what is wrong.
      LOG.debug("{}: its spec cannot be shown ({})", name, e.getMessage());
      return List.of();
    }
  }

  /** While a path is typed, it names other programs, which nobody asked to run. */
  private static boolean isCalled(String connector, Path executable) {
    return executable.endsWith(connector);
  }
}
