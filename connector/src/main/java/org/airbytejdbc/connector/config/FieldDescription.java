package org.airbytejdbc.connector.config;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Tells what a field is for.
 *
 * @param forms the forms of its object that have it, where not all do
 */
record FieldDescription(SpecSchema field, List<String> forms, boolean secret) {
  String text() {
    return Stream.of(
            words("title"),
            words("description"),
            shape(),
            forms.isEmpty() ? "" : "With " + String.join(" or ", forms),
            usual(),
            secret ? "A secret" : "")
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(". "))
        .replace("..", ".");
  }

  /** What a value has to look like. */
  private String shape() {
    return Stream.of(list(), pattern(), example())
        .filter(text -> !text.isEmpty())
        .collect(
            Collectors.collectingAndThen(Collectors.joining(", "), FieldDescription::sentence));
  }

  private boolean isList() {
    return field.types().equals(Set.of("array"));
  }

  private String list() {
    if (!isList()) {
      return "";
    }
    SpecSchema items = field.items();
    String choices =
        joined(items, schema -> schema.path("enum").valueStream().map(JsonNode::asString));
    String fields =
        joined(items, schema -> schema.path("properties").propertyStream().map(e -> e.getKey()));
    return "a list"
        + (choices.isEmpty() ? "" : " of: " + choices)
        + (fields.isEmpty() ? "" : " of objects with: " + fields);
  }

  private String pattern() {
    return field.schemas().stream()
        .flatMap(schema -> TextForm.of(schema).stream())
        .findFirst()
        .map(form -> "as " + form)
        .orElse("");
  }

  /** Specs write examples of a list as its elements, or as lists. */
  private String example() {
    JsonNode examples = field.schemas().get(0).path("examples");
    JsonNode first = examples.path(0);
    if (isList() && first.isValueNode()) {
      return "such as " + examples;
    }
    String example = first.isContainer() ? first.toString() : first.asString("");
    return example.isEmpty() ? "" : "such as " + example;
  }

  /** What counts where nothing is given, of a field that only some forms have. */
  private String usual() {
    return forms.isEmpty() || secret
        ? ""
        : ConfigFields.defaultText(field).map(text -> "Default " + text).orElse("");
  }

  private String words(String key) {
    return field.schemas().stream()
        .map(schema -> PlainText.of(schema.path(key).asString("")))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String joined(SpecSchema schema, Function<JsonNode, Stream<String>> texts) {
    return schema.schemas().stream().flatMap(texts).distinct().collect(Collectors.joining(", "));
  }

  private static String sentence(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
