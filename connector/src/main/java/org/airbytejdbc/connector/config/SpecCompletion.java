package org.airbytejdbc.connector.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds what a user need not write: the constants that tell the form of an object, such as {@code
 * "auth_type": "OAuth2.0"}, where its other fields leave only one form, and the defaults of fields
 * that are required.
 */
record SpecCompletion(JsonNode spec) {
  /** Adds to the config what is missing; what is given stays. */
  void complete(ObjectNode config) {
    complete(List.of(spec), config);
  }

  /**
   * @param schemas all that is said of the object
   */
  private void complete(List<JsonNode> schemas, ObjectNode object) {
    List<JsonNode> all = new ArrayList<>(schemas.stream().map(this::resolved).toList());
    List<JsonNode> own = List.copyOf(all);
    own.forEach(schema -> addDefaults(schema, object));
    for (JsonNode schema : own) {
      for (String choice : List.of("oneOf", "anyOf")) {
        List<SpecBranch> branches =
            schema.path(choice).valueStream().map(this::resolved).map(SpecBranch::new).toList();
        List<SpecBranch> fitting = branches.stream().filter(one -> fits(one, own, object)).toList();
        if (fitting.size() == 1 && !object.isEmpty()) {
          if (!isChosen(branches, object)) {
            fitting.get(0).constants().forEach((name, value) -> object.putIfAbsent(name, value));
          }
          addDefaults(fitting.get(0).schema(), object);
        }
        fitting.forEach(branch -> all.add(branch.schema()));
      }
    }
    for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
      List<JsonNode> below =
          all.stream()
              .map(schema -> schema.path("properties").path(field.getKey()))
              .filter(JsonNode::isObject)
              .toList();
      objects(field.getValue(), below);
    }
  }

  private static void addDefaults(JsonNode schema, ObjectNode object) {
    for (JsonNode name : schema.path("required")) {
      defaultOf(schema, name.asString())
          .ifPresent(value -> object.putIfAbsent(name.asString(), value.deepCopy()));
    }
  }

  private static Optional<JsonNode> defaultOf(JsonNode schema, String name) {
    JsonNode field = schema.path("properties").path(name);
    return Stream.of(field.path("default"), field.path("const"))
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .filter(value -> !value.isString() || !value.stringValue().isEmpty())
        .findFirst();
  }

  private void objects(JsonNode value, List<JsonNode> schemas) {
    if (value instanceof ObjectNode object) {
      complete(schemas, object);
    } else if (value.isArray()) {
      List<JsonNode> items =
          schemas.stream().map(schema -> resolved(schema).path("items")).toList();
      value.forEach(element -> objects(element, items));
    }
  }

  /** Whether one of the fields that tell forms apart is there: then the user has chosen. */
  private static boolean isChosen(List<SpecBranch> branches, ObjectNode object) {
    return branches.stream()
        .flatMap(branch -> branch.constants().keySet().stream())
        .anyMatch(object::has);
  }

  /**
   * Whether the object has all that the form asks for, but its constants and defaults, and nothing
   * else than what every form has.
   */
  private static boolean fits(SpecBranch branch, List<JsonNode> own, ObjectNode object) {
    JsonNode known = branch.schema().path("properties");
    Map<String, JsonNode> constants = branch.constants();
    Stream<String> required =
        branch.schema().path("required").valueStream().map(JsonNode::asString);
    return object
            .propertyStream()
            .map(Map.Entry::getKey)
            .allMatch(
                name ->
                    known.has(name)
                        || own.stream().anyMatch(schema -> schema.path("properties").has(name)))
        && constants.entrySet().stream()
            .allMatch(
                constant ->
                    !object.has(constant.getKey())
                        || object.path(constant.getKey()).equals(constant.getValue()))
        && required.allMatch(
            name ->
                constants.containsKey(name)
                    || object.has(name)
                    || defaultOf(branch.schema(), name).isPresent());
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith("#/") ? spec.at(reference.substring(1)) : schema;
  }
}
