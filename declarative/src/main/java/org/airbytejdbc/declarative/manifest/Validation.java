package org.airbytejdbc.declarative.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.manifest.ComponentTypes.Field;
import org.jspecify.annotations.Nullable;

/**
 * Holds a manifest against the fields that its components have. Its errors name the place in the
 * YAML. Fields that are not known are let be, as the CDK does.
 */
final class Validation {
  /** Kept for references alone: what is wrong there hurts only where it is used. */
  private static final Set<String> UNUSED = Set.of("definitions", "schemas", "metadata");

  private final ComponentTypes types = ComponentTypes.read();

  private Validation() {}

  /** Throws a {@link DeclarativeException} for the first thing that is wrong. */
  static void check(Map<String, @Nullable Object> manifest) {
    new Validation().component(manifest, "DeclarativeSource", "");
  }

  private void component(Map<?, ?> component, String type, String path) {
    for (Field field : types.fields(type).orElseThrow()) {
      Object value = component.get(field.name());
      if (value == null) {
        if (field.isRequired()) {
          throw problem(path, type + " needs the field \"" + field.name() + "\"");
        }
      } else if (!path.isEmpty() || !UNUSED.contains(field.name())) {
        value(value, field, path.isEmpty() ? field.name() : path + "." + field.name());
      }
    }
  }

  private void value(Object value, Field field, String path) {
    if (value instanceof List<?> list && field.kinds().contains("list")) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> item && !field.components().isEmpty()) {
          nested(item, field, path + "[" + i + "]");
        }
      }
    } else if (value instanceof Map<?, ?> object && !field.components().isEmpty()) {
      nested(object, field, path);
    } else if (!field.kinds().contains("any") && !field.kinds().contains(kind(value))) {
      throw problem(path, "this is " + named(kind(value)) + ", but it must be " + wanted(field));
    }
  }

  private void nested(Map<?, ?> object, Field field, String path) {
    String type =
        object.get("type") instanceof String named
            ? named
            : field.components().size() == 1 ? field.components().iterator().next() : "";
    if (field.components().contains(type)) {
      component(object, type, path);
    } else if (!field.takesObjects()) {
      throw problem(
          path,
          (type.isEmpty() ? "the component has no type" : "unknown component \"" + type + "\"")
              + "; it must be "
              + wanted(field));
    }
  }

  private static String kind(Object value) {
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "flag";
    }
    return value instanceof List ? "list" : "object";
  }

  private static String wanted(Field field) {
    List<String> all =
        Stream.concat(
                field.kinds().stream().sorted().map(Validation::named), field.components().stream())
            .toList();
    return String.join(" or ", all);
  }

  private static String named(String kind) {
    return switch (kind) {
      case "flag" -> "true or false";
      case "object" -> "an object";
      default -> "a " + kind;
    };
  }

  private static DeclarativeException problem(String path, String problem) {
    return DeclarativeException.inManifest(path.isEmpty() ? "manifest" : path, problem);
  }
}
