package org.airbytejdbc.driver.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;

/** The one list of what {@code SET}, {@code SHOW} and a hint know, besides the current schema. */
public enum SessionSetting {
  REFRESH(
      ConnectionProperty.REFRESH,
      settings -> settings.freshness().refresh().name().toLowerCase(Locale.ROOT),
      (settings, value) ->
          new SessionSettings(
              new FreshnessPolicy((Refresh) value, settings.freshness().maxAge()),
              settings.idleTimeout(),
              settings.queryTimeout())),
  MAX_AGE(
      ConnectionProperty.MAX_AGE,
      settings -> text(settings.freshness().maxAge()),
      (settings, value) ->
          new SessionSettings(
              new FreshnessPolicy(settings.freshness().refresh(), (Duration) value),
              settings.idleTimeout(),
              settings.queryTimeout())),
  IDLE_TIMEOUT(
      ConnectionProperty.IDLE_TIMEOUT,
      settings -> text(settings.idleTimeout()),
      (settings, value) ->
          new SessionSettings(settings.freshness(), (Duration) value, settings.queryTimeout())),
  QUERY_TIMEOUT(
      "queryTimeout",
      PropertyType.DURATION,
      "How long a statement may take that has no timeout of its own; 0s means for ever.",
      settings -> text(settings.queryTimeout()),
      (settings, value) ->
          new SessionSettings(settings.freshness(), settings.idleTimeout(), (Duration) value));

  /** The name under which the current schema is set and shown. */
  public static final String SCHEMA = "schema";

  private final String key;
  private final PropertyType<?> type;
  private final String description;
  private final Function<SessionSettings, String> getter;
  private final BiFunction<SessionSettings, Object, SessionSettings> setter;

  SessionSetting(
      ConnectionProperty property,
      Function<SessionSettings, String> getter,
      BiFunction<SessionSettings, Object, SessionSettings> setter) {
    this(property.key(), property.type(), property.description(), getter, setter);
  }

  SessionSetting(
      String key,
      PropertyType<?> type,
      String description,
      Function<SessionSettings, String> getter,
      BiFunction<SessionSettings, Object, SessionSettings> setter) {
    this.key = key;
    this.type = type;
    this.description = description;
    this.getter = getter;
    this.setter = setter;
  }

  /**
   * The setting of that name, letter case aside.
   *
   * @throws SettingsException if there is none
   */
  public static SessionSetting named(String name) {
    return Arrays.stream(values())
        .filter(setting -> setting.key.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static SettingsException unknown(String name) {
    boolean atOpening =
        Arrays.stream(ConnectionProperty.values())
            .anyMatch(property -> property.key().equalsIgnoreCase(name));
    if (atOpening) {
      return new SettingsException(
          "The setting '" + name + "' holds from when the connection opens",
          "Set it in the URL or in the workspace file");
    }
    List<String> keys =
        Stream.concat(Stream.of(SCHEMA), Arrays.stream(values()).map(SessionSetting::key)).toList();
    return new SettingsException(
        "There is no setting '" + name + "' of a session", Suggestion.among(keys, name));
  }

  public String key() {
    return key;
  }

  public String description() {
    return description;
  }

  /** The value as it is written. */
  public String text(SessionSettings settings) {
    return getter.apply(settings);
  }

  /**
   * The settings with another value for this one.
   *
   * @throws SettingsException if it cannot have that value
   */
  SessionSettings set(SessionSettings settings, String text) {
    Object value;
    try {
      value = type.reader().read(text, Path.of(""));
    } catch (RuntimeException e) {
      throw new SettingsException(
          "The setting '" + key + "' must be " + type.expects() + ", not '" + text + "'", "");
    }
    return setter.apply(settings, value);
  }

  /** The settings with what {@code initial} has for this one. */
  public SessionSettings reset(SessionSettings settings, SessionSettings initial) {
    return set(settings, text(initial));
  }

  /** In the largest unit that leaves no fraction. */
  private static String text(Duration duration) {
    long millis = duration.toMillis();
    if (duration.isZero() || millis % 1000 != 0) {
      return duration.isZero() ? "0s" : millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86400 == 0 ? seconds / 86400 + "d" : seconds / 3600 + "h";
  }
}
