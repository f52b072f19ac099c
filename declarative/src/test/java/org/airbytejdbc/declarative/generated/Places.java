package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.part;

import java.util.List;
import java.util.Map;

/** Where a manifest puts the values that its requests send. */
record Places(Choices choices, String body) {
  static Places of(Choices choices) {
    return new Places(choices, choices.of("", "", "body_json", "body_data"));
  }

  String method() {
    return body.isEmpty() ? "GET" : "POST";
  }

  /** Headers are told from others by their name, so that they are compared. */
  Map<String, Object> option(String name) {
    String place =
        body.isEmpty()
            ? choices.of("request_parameter", "request_parameter", "header")
            : choices.of("request_parameter", "header", body);
    return switch (place) {
      case "header" -> part("RequestOption", "inject_into", place, "field_name", "x-" + name);
      case "body_json" ->
          choices.maybe()
              ? part(
                  "RequestOption", "inject_into", place, "field_path", List.of("in_" + name, name))
              : part("RequestOption", "inject_into", place, "field_name", name);
      default -> part("RequestOption", "inject_into", place, "field_name", name);
    };
  }
}
