package org.airbytejdbc.declarative.auth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The config of a run, in which tokens are replaced by newer ones. Thread-safe. */
final class TokenConfig {
  private final Consumer<Map<String, @Nullable Object>> changed;
  private Map<String, @Nullable Object> config;

  TokenConfig(
      Map<String, @Nullable Object> config, Consumer<Map<String, @Nullable Object>> changed) {
    this.config = config;
    this.changed = changed;
  }

  synchronized Optional<Object> get(List<String> path) {
    Object at = config;
    for (String step : path) {
      at = at instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return Optional.ofNullable(at);
  }

  /** Sets all of these, and tells of the config then. */
  void set(Map<List<String>, String> values) {
    Map<String, @Nullable Object> whole;
    synchronized (this) {
      values.forEach((path, value) -> config = with(config, path, value));
      whole = config;
    }
    changed.accept(whole);
  }

  private static Map<String, @Nullable Object> with(
      Map<?, ?> object, List<String> path, String value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    object.forEach((name, item) -> copy.put(String.valueOf(name), item));
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    Map<?, ?> inner = copy.get(name) instanceof Map<?, ?> there ? there : Map.of();
    copy.put(name, rest.isEmpty() ? value : with(inner, rest, value));
    return copy;
  }

  @Override
  public String toString() {
    return "***";
  }
}
