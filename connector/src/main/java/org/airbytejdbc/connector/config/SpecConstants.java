package org.airbytejdbc.connector.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds the constants that tell the form of an object, such as {@code "auth_type": "OAuth2.0"},
 * where its other fields leave only one form: a user who writes {@code
 * config.credentials.client_id=…} need not know of them.
 */
record SpecConstants(JsonNode spec) {
  /** Adds to the config what is missing; what is given stays. */
  void complete(ObjectNode config) {
    complete(List.of(spec), config);
  }

  /**
   * @param schemas all that is said of the object
   */
  private void complete(List<JsonNode> schemas, ObjectNode object) {
    List<JsonNode> all = new ArrayList<>(schemas.stream().map(this::resolved).toList());
    for (JsonNode schema : List.copyOf(all)) {
      for (String choice : List.of("oneOf", "anyOf")) {
        List<SpecBranch> branches =
            schema.path(choice).valueStream().map(this::resolved).map(SpecBranch::new).toList();
        List<SpecBranch> fitting = branches.stream().filter(one -> fits(one, object)).toList();
        if (fitting.size() == 1 && !object.isEmpty() && !isChosen(branches, object)) {
          fitting.get(0).constants().forEach((name, value) -> object.putIfAbsent(name, value));
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

  /** Whether the object has all that the form asks for, but its constants, and nothing else. */
  private static boolean fits(SpecBranch branch, ObjectNode object) {
    JsonNode known = branch.schema().path("properties");
    Map<String, JsonNode> constants = branch.constants();
    Stream<String> required =
        branch.schema().path("required").valueStream().map(JsonNode::asString);
    return object.propertyStream().allMatch(field -> known.has(field.getKey()))
        && constants.entrySet().stream()
            .allMatch(
                constant ->
                    !object.has(constant.getKey())
                        || object.path(constant.getKey()).equals(constant.getValue()))
        && required.allMatch(name -> constants.containsKey(name) || object.has(name));
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith("#/") ? spec.at(reference.substring(1)) : schema;
  }
}
