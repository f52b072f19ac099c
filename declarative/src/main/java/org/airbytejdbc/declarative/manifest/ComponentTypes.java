package org.airbytejdbc.declarative.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of each type of component, as {@code components.txt} lists them: a component a line,
 * {@code field=kinds}, with {@code !} for those that must be there. A kind is {@code text}, {@code
 * number}, {@code flag}, {@code object}, {@code list}, {@code any}, or the type of a component.
 */
final class ComponentTypes {
  /** What a field may hold; {@code components} may also be the items of a list. */
  record Field(String name, boolean isRequired, Set<String> kinds, Set<String> components) {
    static Field of(String text) {
      String[] parts = text.split("=", 2);
      Set<String> kinds = new LinkedHashSet<>(Arrays.asList(parts[1].split("\\|")));
      Set<String> components = new LinkedHashSet<>(kinds);
      components.removeIf(kind -> !Character.isUpperCase(kind.charAt(0)));
      kinds.removeAll(components);
      return new Field(
          parts[0].replace("!", ""), parts[0].endsWith("!"), Set.copyOf(kinds), components);
    }

    /** Whether any object may stand here, not only certain components. */
    boolean takesObjects() {
      return kinds.contains("object") || kinds.contains("any");
    }
  }

  private final Map<String, List<Field>> fields = new LinkedHashMap<>();

  /** Reads the list, which is part of this program. */
  static ComponentTypes read() {
    var types = new ComponentTypes();
    try (InputStream list =
        Objects.requireNonNull(ComponentTypes.class.getResourceAsStream("components.txt"))) {
      new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(types::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  private void add(String line) {
    String[] words = line.split(" ");
    fields.put(words[0], Arrays.stream(words).skip(1).map(Field::of).toList());
  }

  /** Empty for a type that does not exist. */
  Optional<List<Field>> fields(String type) {
    return Optional.ofNullable(fields.get(type));
  }
}
