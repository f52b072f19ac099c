package org.airbytejdbc.connector.config;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The part of a spec that a config does not fit.
 *
 * @param schema of the place
 * @param branch the form that it is in, if it is in one
 * @param forms all that the object can have, if that is in one of them
 */
record ViolatedSchema(JsonNode schema, Optional<SpecBranch> branch, List<SpecBranch> forms) {
  private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

  /** Follows the way that the validator went. */
  static ViolatedSchema of(Error error, JsonNode spec) {
    NodePath way = error.getEvaluationPath();
    JsonNode before = spec;
    JsonNode node = spec;
    Optional<SpecBranch> branch = Optional.empty();
    List<SpecBranch> forms = List.of();
    for (int i = 0; i < way.getNameCount(); i++) {
      Object step = way.getElement(i);
      before = node;
      node = next(spec, node, step);
      if (step instanceof Integer && i > 0 && CHOICES.contains(way.getName(i - 1))) {
        branch = Optional.of(new SpecBranch(node));
        forms = before.valueStream().map(form -> SpecBranch.of(form, spec)).toList();
      }
    }
    return new ViolatedSchema(before, branch, forms);
  }

  private static JsonNode next(JsonNode spec, JsonNode node, Object step) {
    if (step instanceof Integer index) {
      return node.path(index);
    }
    String reference = node.path("$ref").asString("");
    return step.equals("$ref") && reference.startsWith("#/")
        ? spec.at(reference.substring(1))
        : node.path(step.toString());
  }

  /** What a text has to look like, in the spec's words as far as it has any. */
  String form() {
    String example = schema.path("examples").path(0).asString("");
    return TextForm.of(schema).orElseGet(() -> schema.path("pattern").asString(""))
        + " expected"
        + (example.isEmpty() ? "" : ", such as " + example);
  }
}
