package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.config.ConfigInput;

/**
 * Sources that are queried together, as the user wrote them down: in a file, or as the one
 * connector of a URL.
 *
 * @param values what holds for the connection
 * @param base where the relative path of a config starts
 * @param cacheName names the cache of sources that name none
 */
record Workspace(PropertyValues values, List<Entry> entries, Path base, String cacheName) {
  /**
   * A source as it was written.
   *
   * @param place begins a message about it; may be empty
   */
  record Entry(String name, String connector, PropertyValues values, String place) {
    ConnectorReference reference() {
      return WayToRun.of(place, connector, values);
    }

    ConfigInput config(Path base) {
      return new ConfigInput(
          values.given(ConnectionProperty.CONFIG, String.class), values.configKeys(), base);
    }

    SourceSettings settings() {
      return new SourceSettings(
          values
              .given(ConnectionProperty.STREAMS, NamePatterns.class)
              .map(NamePatterns::patterns)
              .orElse(List.of()),
          values.get(ConnectionProperty.SYNC_MODE, SyncStrategy.class),
          values.get(ConnectionProperty.UNDECLARED, UndeclaredFields.class));
    }
  }

  Workspace {
    requireNonNull(values, "values");
    entries = List.copyOf(entries);
    requireNonNull(base, "base");
    requireNonNull(cacheName, "cacheName");
  }

  /** The workspace of a URL that names a connector. */
  static Workspace of(String connector, PropertyValues values) {
    String name =
        values.given(ConnectionProperty.NAME, String.class).orElse(SourceName.of(connector));
    Entry entry = new Entry(SourceName.require("", name), connector, values, "");
    Path base = Path.of("").toAbsolutePath();
    return new Workspace(
        values, List.of(entry), base, DefaultCache.nameOf(entry.reference(), entry.config(base)));
  }

  /**
   * @param connection what holds for the connection, whoever said so
   */
  List<SourceDefinition> sources(PropertyValues connection, HomeFolder home) {
    return entries.stream()
        .map(
            entry ->
                new SourceDefinition(
                    entry.name(),
                    entry.reference(),
                    entry.config(base),
                    entry.settings(),
                    location(entry.values().over(connection), home),
                    Optional.empty()))
        .toList();
  }

  private CacheLocation location(PropertyValues source, HomeFolder home) {
    return source
        .given(ConnectionProperty.CACHE, CachePlace.class)
        .map(place -> place.location(cacheName))
        .orElseGet(() -> new DuckDbFile(home.caches().resolve(cacheName + ".duckdb")));
  }
}
