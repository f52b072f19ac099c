package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A config as its user wrote it, secrets still by their names.
 *
 * @param config a JSON object, or the path of a JSON or YAML file
 * @param keys single values by their dotted path, such as {@code credentials.api_key}; they win
 *     over the same ones of {@code config}
 * @param folder where a relative path starts
 */
public record ConfigInput(Optional<String> config, Map<String, String> keys, Path folder) {
  public ConfigInput {
    requireNonNull(config, "config");
    keys = new TreeMap<>(keys);
    requireNonNull(folder, "folder");
  }

  /** The text of a JSON object. */
  public static ConfigInput json(String text) {
    return new ConfigInput(Optional.of(text), Map.of(), Path.of(""));
  }

  /** A secret may have been written out instead of being named. */
  @Override
  public String toString() {
    return "***";
  }
}
