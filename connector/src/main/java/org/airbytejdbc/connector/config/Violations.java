package org.airbytejdbc.connector.config;

import com.networknt.schema.Error;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Says what a schema expects where a config does not fit it. The words come from the schema alone:
 * a value of the config may be a secret.
 */
final class Violations {
  private static final int MOST_CHOICES = 20;

  private Violations() {}

  static List<String> describe(List<Error> errors, JsonNode spec) {
    List<Error> relevant = BranchErrors.relevant(errors);
    Map<String, Set<String>> constants = new LinkedHashMap<>();
    relevant.stream()
        .filter(error -> error.getKeyword().equals("const"))
        .forEach(
            error ->
                constants
                    .computeIfAbsent(place(error), place -> new LinkedHashSet<>())
                    .add(names(error.getSchemaNode())));
    return relevant.stream()
        .map(
            error -> {
              ViolatedSchema schema = ViolatedSchema.of(error, spec);
              return place(error)
                  + ": "
                  + expectation(error, constants, schema)
                  + form(schema, error);
            })
        .distinct()
        .toList();
  }

  private static String place(Error error) {
    return error.getInstanceLocation().toString();
  }

  /** Which form of an object is meant, unless that is what is wrong. */
  private static String form(ViolatedSchema schema, Error error) {
    return schema
        .branch()
        .filter(branch -> !error.getKeyword().equals("const"))
        .filter(branch -> !branch.constants().containsKey(String.valueOf(error.getProperty())))
        .flatMap(SpecBranch::name)
        .map(name -> " (with " + name + ")")
        .orElse("");
  }

  private static String expectation(
      Error error, Map<String, Set<String>> constants, ViolatedSchema schema) {
    JsonNode expected = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> "%s expected, %s found".formatted(names(expected), type(error));
      case "required" -> error.getProperty() + " is required" + choices(error, schema);
      case "additionalProperties" -> "there is no field " + error.getProperty();
      case "enum" -> (expected.size() > 1 ? "one of " : "") + names(expected) + " expected";
      case "const" -> oneOf(constants.getOrDefault(place(error), Set.of())) + " expected";
      case "pattern" -> "the form " + schema.form();
      case "minimum" -> "at least " + expected + " expected";
      case "maximum" -> "at most " + expected + " expected";
      case "exclusiveMinimum" -> "more than " + expected + " expected";
      case "exclusiveMaximum" -> "less than " + expected + " expected";
      case "minItems" -> "at least " + counted(expected, "element");
      case "maxItems" -> "at most " + counted(expected, "element");
      case "minLength" -> "at least " + counted(expected, "character");
      case "maxLength" -> "at most " + counted(expected, "character");
      case "oneOf", "anyOf" -> "exactly one of its forms expected: " + titles(expected);
      default -> error.getKeyword() + (expected.isValueNode() ? " " + expected : "") + " expected";
    };
  }

  private static String counted(JsonNode number, String noun) {
    return number + " " + noun + (number.asInt(0) == 1 ? "" : "s") + " expected";
  }

  /** What tells the forms of an object apart is one of a few. */
  private static String choices(Error error, ViolatedSchema schema) {
    Set<String> names =
        schema.forms().stream()
            .flatMap(form -> Stream.ofNullable(form.constants().get(error.getProperty())))
            .map(Violations::names)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return names.isEmpty() ? "" : ": " + oneOf(names);
  }

  private static String oneOf(Set<String> names) {
    return names.size() == 1 ? names.iterator().next() : "one of " + String.join(", ", names);
  }

  private static String names(JsonNode values) {
    if (!values.isArray()) {
      return values.isString() ? values.stringValue() : values.toString();
    }
    String names =
        values
            .valueStream()
            .limit(MOST_CHOICES)
            .map(Violations::names)
            .collect(Collectors.joining(", "));
    return values.size() > MOST_CHOICES ? names + ", …" : names;
  }

  private static String titles(JsonNode branches) {
    return branches
        .valueStream()
        .map(branch -> branch.path("title").asString("untitled"))
        .collect(Collectors.joining(", "));
  }

  private static String type(Error error) {
    JsonNode value = error.getInstanceNode();
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING, BINARY, POJO -> "string";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case NULL -> "null";
      case MISSING -> "nothing";
    };
  }
}
