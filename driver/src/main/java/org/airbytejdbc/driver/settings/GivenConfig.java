package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A connector's config as the user gave it, its secrets not yet filled in.
 *
 * @param text a JSON object, or the path of a file that holds one
 * @param keys values of single keys, by their dotted paths
 * @param base where a relative path starts
 */
public record GivenConfig(Optional<String> text, Map<String, String> keys, Path base) {
  public GivenConfig {
    requireNonNull(text, "text");
    keys = Map.copyOf(keys);
    requireNonNull(base, "base");
  }

  @Override
  public String toString() {
    return "***";
  }
}
