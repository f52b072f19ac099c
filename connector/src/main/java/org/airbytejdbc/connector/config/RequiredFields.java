package org.airbytejdbc.connector.config;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells in few words what a connector's config must have. */
final class RequiredFields {
  private static final int DESCRIPTION_LENGTH = 100;

  private final JsonNode specification;
  private final Optional<String> documentationUrl;

  RequiredFields(JsonNode specification, Optional<String> documentationUrl) {
    this.specification = specification;
    this.documentationUrl = documentationUrl;
  }

  String guidance() {
    String fields =
        specification
            .path("required")
            .valueStream()
            .map(name -> name.asString(""))
            .filter(name -> !specification.path("properties").path(name).has("default"))
            .map(this::describe)
            .collect(Collectors.joining("; "));
    String must = fields.isEmpty() ? "No field is required" : "Required: " + fields;
    return must + documentationUrl.map(url -> ". See " + url).orElse("");
  }

  private String describe(String name) {
    JsonNode field = specification.path("properties").path(name);
    String about =
        shortened(
            PlainText.unmarked(
                field.path("description").asString(field.path("title").asString(""))));
    return about.isEmpty() ? name : name + " (" + about + ")";
  }

  private static String shortened(String text) {
    return text.length() <= DESCRIPTION_LENGTH
        ? text
        : text.substring(0, DESCRIPTION_LENGTH).strip() + "…";
  }
}
