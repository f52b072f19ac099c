package org.airbytejdbc.declarative.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the components that a manifest leaves to Python. */
final class CustomComponents {
  private CustomComponents() {}

  static Optional<String> first(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("class_name") instanceof String name
          && map.get("type") instanceof String type
          && type.startsWith("Custom")) {
        return Optional.of(path + ": " + type + " " + name);
      }
      return map.entrySet().stream()
          .filter(member -> path.isEmpty() ? !"definitions".equals(member.getKey()) : true)
          .flatMap(
              member ->
                  first(
                      member.getValue(),
                      path.isEmpty() ? "" + member.getKey() : path + "." + member.getKey())
                      .stream())
          .findFirst();
    }
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Optional<String> found = first(list.get(i), path + "[" + i + "]");
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
