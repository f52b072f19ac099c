package org.airbytejdbc.driver.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.airbytejdbc.driver.settings.ConnectionProperty.Scope;

/** Collects the properties written in one place, and refuses what does not belong there. */
final class PropertyCollector {
  private static final String CONFIG_KEY = ConnectionProperty.CONFIG.key() + ".";

  private final String place;
  private final Path base;
  private final Predicate<Scope> belongs;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<ConnectionProperty, Object> values = new EnumMap<>(ConnectionProperty.class);
  private final Map<String, String> configKeys = new LinkedHashMap<>();

  /**
   * @param place begins every message, such as {@code "team.yaml: sources.shop: "}; may be empty
   * @param base where relative paths start
   * @param belongs whether properties of a scope can be written there
   */
  PropertyCollector(String place, Path base, Predicate<Scope> belongs) {
    this.place = place;
    this.base = base;
    this.belongs = belongs;
  }

  /** Adds a property that must not be there yet. */
  void add(String key, String text) {
    if (texts.containsKey(key)) {
      throw refused(key, "is set twice", "Leave one of them out");
    }
    put(key, text);
  }

  /** Adds a property from a second place; it may be there already if the texts are the same. */
  void merge(String key, String text) {
    String before = texts.get(key);
    if (before == null) {
      put(key, text);
    } else if (!before.equals(text)) {
      throw refused(
          key, "has one value in the URL and another in the properties", "Leave one of them out");
    }
  }

  /** Adds a property whose value was not written as one text. */
  void addRead(String key, Supplier<Object> value) {
    ConnectionProperty property = require(key);
    values.put(property, read(property, value, ""));
  }

  PropertyValues collected() {
    return new PropertyValues(values, configKeys);
  }

  private ConnectionProperty require(String key) {
    Optional<ConnectionProperty> known = ConnectionProperty.named(key);
    if (known.isEmpty()) {
      throw refused(key, "is unknown", Suggestion.of(key, belongs));
    }
    ConnectionProperty property = known.get();
    if (!belongs.test(property.scope())) {
      throw refused(key, "cannot be set here", property.scope().guidance());
    }
    return property;
  }

  private void put(String key, String text) {
    texts.put(key, text);
    if (key.startsWith(CONFIG_KEY)) {
      require(ConnectionProperty.CONFIG.key());
      String path = key.substring(CONFIG_KEY.length());
      if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
        throw refused(
            key, "names no key of the config", "Write it as config.KEY or config.KEY.KEY");
      }
      requireText(key, text);
      configKeys.put(path, text);
      return;
    }
    ConnectionProperty property = require(key);
    if (property.effective()) {
      requireText(key, text);
      String shown = property.secret() ? "" : ", not '" + text + "'";
      values.put(property, read(property, () -> property.type().reader().read(text, base), shown));
    }
  }

  private void requireText(String key, String text) {
    if (text.isBlank()) {
      throw refused(key, "has no value", "Give it one or leave it out");
    }
  }

  private Object read(ConnectionProperty property, Supplier<Object> value, String shown) {
    try {
      return property.type().value().cast(value.get());
    } catch (SettingsException e) {
      throw refused(property.key(), "cannot be used: " + e.getMessage(), e.guidance().orElse(""));
    } catch (RuntimeException e) {
      throw refused(property.key(), "must be " + property.type().expects() + shown, "");
    }
  }

  private SettingsException refused(String key, String what, String guidance) {
    return new SettingsException(place + Suggestion.shown(key) + " " + what, guidance);
  }
}
