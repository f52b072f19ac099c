package org.airbytejdbc.driver.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Properties with the values they were given, read and checked. Immutable. */
final class PropertyValues {
  private final Map<ConnectionProperty, Object> values;
  private final Map<String, String> configKeys;

  /**
   * @param values each of its property's type
   * @param configKeys values of single keys of the config, by their dotted paths
   */
  PropertyValues(Map<ConnectionProperty, Object> values, Map<String, String> configKeys) {
    this.values = new EnumMap<>(ConnectionProperty.class);
    this.values.putAll(values);
    this.configKeys = Map.copyOf(configKeys);
  }

  /** The value that was given, if one was. */
  <T> Optional<T> given(ConnectionProperty property, Class<T> type) {
    return Optional.ofNullable(values.get(property)).map(type::cast);
  }

  /** The value that was given, else the default. */
  <T> T get(ConnectionProperty property, Class<T> type) {
    return given(property, type)
        .orElseGet(
            () ->
                type.cast(
                    property
                        .type()
                        .reader()
                        .read(property.defaultText().orElseThrow(), Path.of(""))));
  }

  /** The properties that were given, {@code config} also if only its keys were. */
  Set<ConnectionProperty> properties() {
    Set<ConnectionProperty> properties = EnumSet.noneOf(ConnectionProperty.class);
    properties.addAll(values.keySet());
    if (!configKeys.isEmpty()) {
      properties.add(ConnectionProperty.CONFIG);
    }
    return properties;
  }

  /** Values of single keys of the config, by their dotted paths. */
  Map<String, String> configKeys() {
    return configKeys;
  }

  /** These values, and those of {@code others} where these say nothing. */
  PropertyValues over(PropertyValues others) {
    Map<ConnectionProperty, Object> merged = new EnumMap<>(others.values);
    merged.putAll(values);
    return new PropertyValues(merged, configKeys.isEmpty() ? others.configKeys : configKeys);
  }
}
