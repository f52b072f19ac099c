package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.container.ContainerSettings;

/**
 * A setting with the value that holds, whoever gave it. Never one that may hold a secret.
 *
 * @param source empty for what holds for the connection
 * @param value empty where there is none
 */
public record EffectiveSetting(
    Optional<String> source, ConnectionProperty property, Optional<String> value) {
  public EffectiveSetting {
    requireNonNull(source, "source");
    requireNonNull(property, "property");
    requireNonNull(value, "value");
    if (property.secret()) {
      throw new IllegalArgumentException(property.key());
    }
  }

  /** All of a connection, then those of each of its sources. */
  public static List<EffectiveSetting> of(
      ConnectionSettings settings, FreshnessPolicy policy, List<SourceDefinition> sources) {
    List<EffectiveSetting> all = new ArrayList<>();
    all.add(ofAll(ConnectionProperty.REFRESH, word(policy.refresh())));
    all.add(ofAll(ConnectionProperty.MAX_AGE, text(policy.maxAge())));
    all.add(ofAll(ConnectionProperty.SECRETS, settings.secrets().text()));
    all.add(
        new EffectiveSetting(
            Optional.empty(), ConnectionProperty.LOCK, settings.lock().map(Path::toString)));
    all.add(ofAll(ConnectionProperty.REGISTRY, settings.registry().toString()));
    all.add(ofAll(ConnectionProperty.REFRESH_CATALOG, Boolean.toString(settings.refreshCatalog())));
    all.add(ofAll(ConnectionProperty.CONNECT_ON_OPEN, Boolean.toString(settings.connectOnOpen())));
    all.add(ofAll(ConnectionProperty.IDLE_TIMEOUT, text(settings.idleTimeout())));
    all.add(ofAll(ConnectionProperty.LOCK_TIMEOUT, text(settings.cache().lockTimeout())));
    all.add(ofAll(ConnectionProperty.MAX_RECORD_SIZE, Integer.toString(settings.maxRecordSize())));
    all.add(ofAll(ConnectionProperty.TIME_ZONE_TYPES, word(settings.timeZoneTypes())));
    sources.forEach(source -> all.addAll(of(source)));
    return List.copyOf(all);
  }

  private static List<EffectiveSetting> of(SourceDefinition source) {
    ConnectorReference connector = source.connector();
    ContainerSettings container = connector.container();
    List<String> streams = source.settings().streams();
    Map<ConnectionProperty, Optional<String>> values = new EnumMap<>(ConnectionProperty.class);
    values.put(
        ConnectionProperty.STREAMS,
        Optional.of(streams.isEmpty() ? "*" : String.join(",", streams)));
    values.put(ConnectionProperty.CACHE, Optional.of(source.cache().toString()));
    values.put(ConnectionProperty.VERSION, connector.version());
    values.put(ConnectionProperty.EXECUTABLE, connector.executable().map(Path::toString));
    values.put(ConnectionProperty.MANIFEST, connector.manifest().map(URI::toString));
    values.put(ConnectionProperty.COMPONENTS, connector.components().map(Path::toString));
    values.put(ConnectionProperty.RUN, Optional.of(word(connector.way())));
    values.put(ConnectionProperty.PYTHON, connector.python().map(Path::toString));
    values.put(ConnectionProperty.PIP, connector.pip().map(PipRequirements::toString));
    values.put(ConnectionProperty.IMAGE, container.image());
    values.put(ConnectionProperty.PULL, Optional.of(word(container.pull())));
    values.put(ConnectionProperty.NETWORK, container.network());
    values.put(ConnectionProperty.MEMORY, container.memory().map(String::valueOf));
    values.put(ConnectionProperty.CPUS, container.cpus().map(BigDecimal::toPlainString));
    values.put(
        ConnectionProperty.MOUNTS,
        Optional.of(new Mounts(container.mounts()))
            .map(Mounts::toString)
            .filter(text -> !text.isEmpty()));
    values.put(ConnectionProperty.SYNC_MODE, Optional.of(word(source.settings().strategy())));
    values.put(ConnectionProperty.UNDECLARED, Optional.of(word(source.settings().undeclared())));
    return values.entrySet().stream()
        .map(
            entry ->
                new EffectiveSetting(Optional.of(source.name()), entry.getKey(), entry.getValue()))
        .toList();
  }

  private static EffectiveSetting ofAll(ConnectionProperty property, String value) {
    return new EffectiveSetting(Optional.empty(), property, Optional.of(value));
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** As it is written in a URL: {@code 1h30m}. */
  private static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
