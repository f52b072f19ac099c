package org.airbytejdbc.connector.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One of the forms that an object of a config can have: a branch of a {@code oneOf}. */
record SpecBranch(JsonNode schema) {
  /** The branch itself, or what it refers to within the spec. */
  static SpecBranch of(JsonNode schema, JsonNode spec) {
    String reference = schema.path("$ref").asString("");
    return new SpecBranch(reference.startsWith("#/") ? spec.at(reference.substring(1)) : schema);
  }

  /** The fields that tell it from the others, such as {@code "auth_type": "OAuth2.0"}. */
  Map<String, JsonNode> constants() {
    Map<String, JsonNode> constants = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode choices = field.getValue().path("enum");
              JsonNode only = choices.size() == 1 ? choices.path(0) : choices.path(-1);
              JsonNode value = field.getValue().path("const");
              JsonNode constant = value.isMissingNode() ? only : value;
              if (constant.isValueNode()) {
                constants.put(field.getKey(), constant);
              }
            });
    return constants;
  }

  /** How people know it: by its constants, else by its title. */
  Optional<String> name() {
    Map<String, JsonNode> constants = constants();
    return constants.isEmpty()
        ? Optional.of(schema.path("title").asString("")).filter(title -> !title.isBlank())
        : Optional.of(
            constants.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().asString())
                .collect(Collectors.joining(", ")));
  }
}
